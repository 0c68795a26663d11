"use client";
import { useEffect, useState } from "react";
import type { SaleStatus } from "#server/catalog/values.ts";
import { serverNow } from "../../clock/offset.ts";

/** A page that resumes later than this after the opening does not join automatically. */
const ON_TIME_MS = 60_000;

interface Sale {
  readonly status: SaleStatus;
  readonly salesOpenAt: string;
}

/**
 * Joins the queue when sales open, for a person who has consented on this page. The consent is not stored: a page that is
 * reloaded, restored or returned to asks for it again.
 */
export function useJoinAtOpening(sale: Sale | undefined, join: () => void) {
  const [consented, consent] = useState(false);
  useEffect(() => {
    const forget = () => consent(false);
    addEventListener("pagehide", forget);
    return () => removeEventListener("pagehide", forget);
  }, []);
  useEffect(() => {
    if (!consented || !sale || sale.status === "SCHEDULED") return;
    consent(false);
    const opened = sale.status === "OPEN" || sale.status === "SOLDOUT";
    if (opened && serverNow() - Date.parse(sale.salesOpenAt) < ON_TIME_MS) join();
  }, [consented, sale, join]);
  return { consented, consent };
}

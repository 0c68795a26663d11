"use client";
import { useEffect, useState } from "react";
import type { SaleStatus } from "#server/catalog/contract.ts";
import { serverNow } from "../../clock/offset.ts";

/** Who wakes this page up later than this was not waiting for the opening. */
const ON_TIME_MS = 60_000;

interface Sale {
  readonly status: SaleStatus;
  readonly salesOpenAt: string;
}

/**
 * Joins the moment sales open, for a person who said so on this very page while it waited. The word is kept nowhere:
 * a page that is loaded again, restored or come back to asks for it again.
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

"use client";
import { useMutation } from "@tanstack/react-query";
import { ArrowLeft, Printer } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { EventId, EventSessionId } from "#server/catalog/contract.ts";
import { READ_MAX } from "#server/fulfillment/values.ts";
import type { ShippingId } from "#server/shipping/contract.ts";
import { inServerTime } from "../clock/offset.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import type { Area } from "../organizer/area.ts";
import { useTRPC } from "../trpc/client.ts";
import { Alert } from "../ui/alert.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { LabelSheets, type Parcel } from "./label-sheets.tsx";
import { PackingList } from "./packing-list.tsx";
import { deskOf } from "./shipping-row.ts";
import { useRefresh } from "./use-refresh.ts";

/** What is printed. */
type Sheet = "labels" | "packing";

/** Parcels to print: those that the address names, or those that are being prepared. An address of a parcel is never in it. */
function useWanted() {
  const params = useSearchParams();
  const ids = params.get("ids")?.split(",").filter(Boolean) as ShippingId[] | undefined;
  const session = (params.get("session") ?? undefined) as EventSessionId | undefined;
  const event = (params.get("event") ?? undefined) as EventId | undefined;
  return ids && ids.length > 0 ? { ids } : { ...(session && { session }), ...(event && { event }) };
}

/** Reads addresses at the moment of printing, each time again, and prints what was read. */
function usePrinted() {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const wanted = useWanted();
  const [sheet, setSheet] = useState<Sheet>("labels");
  const read = useMutation(trpc.fulfillment.readAddresses.mutationOptions({ onSettled: refresh }));
  const [printing, setPrinting] = useState(false);
  const { data } = read;
  useEffect(() => {
    if (!printing || !data) return;
    setPrinting(false);
    if (data.parcels.length > 0) window.print();
  }, [printing, data]);
  const print = (what: Sheet) => {
    setSheet(what);
    read.mutate({ ...wanted, purpose: "print" }, { onSuccess: () => setPrinting(true) });
  };
  return { ...read, wanted, sheet, print };
}

/** Labels and the packing list of parcels, as sheets of paper. */
export function PrintPage({ area }: { area: Area }) {
  const t = useTranslations("shippingDesk.print");
  const { data, error, isPending, submittedAt, wanted, sheet, print } = usePrinted();
  return (
    <>
      <LinkButton href={deskOf(area).list} look="quiet" className="-mb-4 -ml-4 justify-self-start text-muted">
        <ArrowLeft aria-hidden="true" /> {t("back")}
      </LinkButton>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <Button pending={isPending && sheet === "labels"} onClick={() => print("labels")}>
              <Printer aria-hidden="true" /> {t("labels")}
            </Button>
            <Button
              look="secondary"
              pending={isPending && sheet === "packing"}
              onClick={() => print("packing")}
            >
              <Printer aria-hidden="true" /> {t("packing")}
            </Button>
          </>
        }
      />
      <p className="font-semibold">
        {"ids" in wanted && wanted.ids ? t("ofSelection", { count: wanted.ids.length }) : t("ofReady")}
      </p>
      <ProblemAlert error={error} />
      {data?.parcels.length === 0 && <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>}
      {data && data.parcels.length > 0 && (
        <Sheets parcels={data.parcels} hasMore={data.hasMore} sheet={sheet} readAt={submittedAt} />
      )}
    </>
  );
}

interface SheetsProps {
  parcels: readonly Parcel[];
  /** Whether more are being prepared than were read. */
  hasMore: boolean;
  sheet: Sheet;
  /** Milliseconds of this machine's clock. */
  readAt: number;
}

/** What was read, once on the page, and once beside it for the printer alone. */
function Sheets({ parcels, hasMore, sheet, readAt }: SheetsProps) {
  const t = useTranslations("shippingDesk.print");
  const format = useFormat();
  const at = format.date(new Date(inServerTime(readAt)), "exact");
  const content =
    sheet === "labels" ? (
      <LabelSheets parcels={parcels} at={at} />
    ) : (
      <PackingList parcels={parcels} at={at} />
    );
  return (
    <>
      {hasMore && <Alert tone="warning" title={t("hasMore", { max: READ_MAX })} />}
      <p className="numerals text-muted">{t("preview", { at })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus. */}
      <section tabIndex={0} aria-label={t(sheet)} className="overflow-x-auto rounded-lg border border-line">
        {content}
      </section>
      <ForPrinter>{content}</ForPrinter>
    </>
  );
}

/** Beside the app, which is not printed with it: a sheet has edges of its own. */
function ForPrinter({ children }: { children: ReactNode }) {
  return createPortal(
    <div aria-hidden="true" className="print-sheets hidden print:block">
      {children}
    </div>,
    document.body,
  );
}

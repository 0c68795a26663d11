"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { UndoneRefund } from "#server/payments/contract.ts";
import { refundMachine } from "#server/payments/machine.ts";
import { RefundReason } from "../../buyer/payments/refund-reason.tsx";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { useStateOptions } from "../../states/use-state-name.ts";
import type { Filter } from "../../table/address.ts";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { OrderLink } from "../orders/order-link.tsx";
import { hrefOf } from "../transmissions/filter.ts";
import { AskRefundAgain } from "./ask-refund-again.tsx";
import { CloseRefund } from "./close-refund.tsx";

const EVERY_MS = 5000;

/** Refunds, those first that have waited longest for their provider. */
export function RefundsPage() {
  const t = useTranslations("refund");
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ListTable
        label={t("list")}
        columns={useColumns()}
        filters={useFilters()}
        initialSort="updatedAt"
        rowKey={({ id }) => id}
        queryKey={trpc.reports.refunds.pathKey()}
        read={client.reports.refunds.query}
        everyMs={EVERY_MS}
        download="refunds"
        empty={{ title: t("empty.title"), body: t("empty.body") }}
      />
    </>
  );
}

function useFilters(): Filter[] {
  const t = useTranslations("refund");
  const stateOptions = useStateOptions();
  return [
    {
      kind: "choice",
      name: "state",
      label: t("state"),
      any: t("undone"),
      options: stateOptions(refundMachine),
    },
  ];
}

function useColumns(): Column<UndoneRefund>[] {
  const t = useTranslations("refund");
  const now = useNow(5000);
  return [
    {
      key: "amount",
      header: t("amount"),
      names: true,
      cell: (refund) => <AmountAndReason refund={refund} />,
    },
    {
      key: "state",
      header: t("state"),
      cell: ({ state }) => <StateBadge machine={refundMachine} state={state} />,
    },
    {
      key: "order",
      header: t("order"),
      cell: ({ orderId }) => <OrderLink id={orderId} />,
    },
    { key: "asked", header: t("asked"), cell: ({ askedAt }) => <Moment at={askedAt} now={now} /> },
    {
      key: "updatedAt",
      header: t("since"),
      sort: "updatedAt",
      cell: ({ updatedAt }) => <Moment at={updatedAt} now={now} />,
    },
    {
      key: "actions",
      header: t("actions"),
      cell: (refund) => (
        <div className="grid justify-items-start gap-1">
          {refund.state === "refused" && !refund.closedAt && (
            <>
              <AskRefundAgain refund={refund} />
              <CloseRefund refund={refund} />
            </>
          )}
          {refund.closedAt && <p className="text-muted text-sm">{t("closedByHand")}</p>}
          <Link href={hrefOf({ destination: "payment-provider", search: refund.id })}>
            {t("transmissions")}
          </Link>
        </div>
      ),
    },
  ];
}

function AmountAndReason({ refund: { amount, reason, state, code } }: { refund: UndoneRefund }) {
  const t = useTranslations("refund");
  const format = useFormat();
  return (
    <>
      {format.krw(amount)}
      <p className="font-normal">
        <RefundReason reason={reason} />
      </p>
      {state === "refused" && code !== null && (
        <p className="font-normal text-danger-fg text-sm">{t("code", { code })}</p>
      )}
    </>
  );
}

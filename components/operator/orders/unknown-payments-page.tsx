"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { paymentMachine } from "#server/payments/machine.ts";
import type { AppRouter } from "#server/router.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { useProblem } from "../../errors/use-problem.ts";
import { useFormat } from "../../i18n/format.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { ListTable } from "../../table/list-table.tsx";
import type { Column } from "../../table/rows.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { toast } from "../../ui/toast.ts";
import { DecidePayment } from "./decide-payment.tsx";
import { OrderLink } from "./order-link.tsx";

const EVERY_MS = 5000;

type Row = inferRouterOutputs<AppRouter>["reports"]["unknownPayments"]["items"][number];

/** Payments of which it is not known whether money moved, the longest unknown first. */
export function UnknownPaymentsPage() {
  const t = useTranslations("adminOrder.unknown");
  const trpc = useTRPC();
  const client = useTRPCClient();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href="/admin/refunds?state=refused" look="secondary">
            {t("refused")}
          </LinkButton>
        }
      />
      <ListTable
        label={t("list")}
        columns={useColumns()}
        initialSort="unknownSince"
        rowKey={({ id }) => id}
        queryKey={trpc.reports.unknownPayments.pathKey()}
        read={client.reports.unknownPayments.query}
        everyMs={EVERY_MS}
        download="unknown-payments"
        empty={{ title: t("empty.title"), body: t("empty.body") }}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations("adminOrder.unknown");
  const tOrder = useTranslations("adminOrder");
  const format = useFormat();
  const now = useNow(5000);
  return [
    {
      key: "order",
      header: t("order"),
      names: true,
      cell: ({ orderId, email }) => (
        <>
          <OrderLink id={orderId} />
          <p className="break-all font-normal">{email}</p>
        </>
      ),
    },
    {
      key: "state",
      header: tOrder("state"),
      cell: ({ status }) => <StateBadge machine={paymentMachine} state={status} />,
    },
    {
      key: "provider",
      header: tOrder("provider"),
      cell: ({ provider, pgPaymentId }) => (
        <>
          {provider}
          <p className="break-all font-mono text-[0.8125rem] text-muted">{pgPaymentId}</p>
        </>
      ),
    },
    { key: "amount", header: tOrder("amount"), align: "end", cell: ({ amount }) => format.krw(amount) },
    {
      key: "unknownSince",
      header: t("since"),
      sort: "unknownSince",
      cell: ({ unknownSince }) => <Moment at={unknownSince} now={now} />,
    },
    { key: "asked", header: t("asked"), align: "end", cell: ({ asked }) => t("times", { count: asked }) },
    {
      key: "actions",
      header: t("actions"),
      cell: (payment) => <Actions payment={payment} />,
    },
  ];
}

function Actions({ payment }: { payment: Row }) {
  const t = useTranslations("adminOrder.unknown");
  return (
    <div className="grid justify-items-start gap-2">
      <AskNow payment={payment} />
      {payment.decidedAs ? (
        <p className="text-muted text-sm">{t(`decided.${payment.decidedAs}`)}</p>
      ) : (
        <DecidePayment payment={payment} />
      )}
    </div>
  );
}

function AskNow({ payment: { id } }: { payment: Row }) {
  const t = useTranslations("adminOrder.unknown");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const explain = useProblem();
  const ask = useMutation(
    trpc.checkout.askProvider.mutationOptions({
      onSuccess: ({ asked }) => (asked ? toast.success(t("answered")) : toast.info(t("justAsked"))),
      onError: (error) => toast.error(explain(error).text),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
    }),
  );
  return (
    <Button look="secondary" pending={ask.isPending} onClick={() => ask.mutate({ paymentId: id })}>
      {t("askNow")}
    </Button>
  );
}

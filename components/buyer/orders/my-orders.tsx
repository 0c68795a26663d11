"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { behindLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { OrderRow } from "./order-row.tsx";

export const MyOrders = behindLogin(MyOrdersList, { shape: "list" });

function MyOrdersList() {
  const t = useTranslations("order");
  const trpc = useTRPC();
  const { data: orders, error } = useQuery(trpc.checkout.myOrders.queryOptions({}, { staleTime: 0 }));
  if (!orders) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="list" />;
  return (
    <>
      <PageHeader title={t("title")} />
      {orders.length === 0 ? (
        <EmptyState title={t("empty.title")} action={<LinkButton href="/">{t("browse")}</LinkButton>}>
          {t("empty.body")}
        </EmptyState>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {orders.map((order) => (
            <OrderRow key={order.id} {...order} amountKrw={order.amount} />
          ))}
        </ul>
      )}
    </>
  );
}

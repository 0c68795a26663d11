"use client";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { AppRouter } from "#server/router.ts";
import { behindLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { isSought } from "./is-sought.ts";
import { OrderRow } from "./order-row.tsx";
import { SearchOrders } from "./search-orders.tsx";

export const MyOrders = behindLogin(MyOrdersList, { shape: "list" });

function MyOrdersList() {
  const t = useTranslations("order");
  const trpc = useTRPC();
  const { data: orders, error } = useQuery(trpc.checkout.myOrders.queryOptions({}, { staleTime: 0 }));
  const { typed, type } = useSought();
  if (!orders) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="list" />;
  return (
    <>
      <PageHeader title={t("title")} />
      {orders.length === 0 ? (
        <EmptyState title={t("empty.title")} action={<LinkButton href="/">{t("browse")}</LinkButton>}>
          {t("empty.body")}
        </EmptyState>
      ) : (
        <div className="grid gap-4">
          <SearchOrders typed={typed} onType={type} />
          <FoundOrders orders={orders.filter((order) => isSought(order, typed))} onClear={() => type("")} />
        </div>
      )}
    </>
  );
}

/** What is searched for is in the address, so that it stays after a reload and on the way back from an order. */
function useSought() {
  const sought = soughtIn(useSearchParams());
  const [typed, setTyped] = useState(sought);
  useEffect(() => {
    // A link to this page asks for all orders. While one types, Next may tell of the address after the browser has a newer one.
    if (sought === soughtIn(new URLSearchParams(location.search))) setTyped(sought);
  }, [sought]);
  const type = (text: string) => {
    setTyped(text);
    const query = text.trim() === "" ? "" : `?${new URLSearchParams({ q: text })}`;
    history.replaceState(history.state, "", `${location.pathname}${query}`);
  };
  return { typed, type };
}

const soughtIn = (query: URLSearchParams): string => query.get("q") ?? "";

type Orders = inferRouterOutputs<AppRouter>["checkout"]["myOrders"];

function FoundOrders({ orders, onClear }: { orders: Orders; onClear: () => void }) {
  const t = useTranslations("order.search");
  return (
    <>
      <p role="status" className="sr-only">
        {t("found", { count: orders.length })}
      </p>
      {orders.length === 0 ? (
        <EmptyState title={t("none.title")} action={<Button onClick={onClear}>{t("none.clear")}</Button>}>
          {t("none.body")}
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

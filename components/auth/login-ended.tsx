"use client";
import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useProblem } from "../errors/use-problem.ts";
import { forgetTickets } from "../offline/kept-tickets.ts";
import { useTRPC } from "../trpc/client.ts";
import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** Replaces a page whose login has ended; the data read with that login is removed. */
export function LoginEnded({ reason }: { reason: string }) {
  const t = useTranslations("loginEnded");
  const explain = useProblem();
  const path = usePathname();
  const trpc = useTRPC();
  const queries = useQueryClient();
  useEffect(() => {
    forgetTickets();
    const me = trpc.auth.me.queryKey({});
    queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== JSON.stringify(me) });
    queries.setQueryData(me, null);
  }, [queries, trpc]);
  return (
    <div role="alert">
      <EmptyState
        title={<h1>{t("title")}</h1>}
        action={<LinkButton href={`/login?next=${encodeURIComponent(path)}`}>{t("action")}</LinkButton>}
      >
        <p>{explain({ reason, params: {} }).text}</p>
        <p>{t("kept")}</p>
      </EmptyState>
    </div>
  );
}

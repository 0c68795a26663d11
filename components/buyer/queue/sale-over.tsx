"use client";
import { useTranslations } from "next-intl";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { SaleEnding } from "./ending.ts";

interface SaleOverProps {
  how: SaleEnding;
  eventHref: string;
}

/** Says why the sale of this event session is over, on every page of the purchase. */
export function SaleOver({ how, eventHref }: SaleOverProps) {
  const t = useTranslations("queue");
  const withdrawn = how === "withdrawn";
  return (
    <div role="alert" className="mx-auto w-full max-w-3xl">
      <EmptyState
        title={t(`${how}.title`)}
        action={
          <LinkButton href={withdrawn ? "/" : eventHref}>{t(withdrawn ? "toEvents" : "toEvent")}</LinkButton>
        }
      >
        {t(`${how}.body`)}
      </EmptyState>
    </div>
  );
}

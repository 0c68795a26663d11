"use client";
import { useTranslations } from "next-intl";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { SaleEnding } from "./ending.ts";

interface SaleOverProps {
  how: SaleEnding;
  eventHref: string;
  /** Where people wait for tickets that come back; left out where there is no waiting list. */
  waitlistHref?: string | undefined;
}

/** Says why the sale of this event session is over, on every page of the purchase. */
export function SaleOver({ how, eventHref, waitlistHref }: SaleOverProps) {
  const t = useTranslations("queue");
  const withdrawn = how === "withdrawn";
  const waits = how === "soldOut" && waitlistHref !== undefined;
  return (
    <div role="alert" className="mx-auto w-full max-w-3xl">
      <EmptyState
        title={t(`${how}.title`)}
        action={
          <div className="flex flex-wrap justify-center gap-3">
            {waits && <LinkButton href={waitlistHref}>{t("toWaitlist")}</LinkButton>}
            <LinkButton href={withdrawn ? "/" : eventHref} look={waits ? "secondary" : "primary"}>
              {t(withdrawn ? "toEvents" : "toEvent")}
            </LinkButton>
          </div>
        }
      >
        {t(`${how}.body`)}
      </EmptyState>
    </div>
  );
}

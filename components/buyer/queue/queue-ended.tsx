"use client";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { Ending } from "./ending.ts";
import { SaleOver } from "./sale-over.tsx";

interface QueueEndedProps {
  how: Ending;
  eventHref: string;
  /** Where people wait for tickets that come back; left out where there is no waiting list. */
  waitlistHref?: string | undefined;
  onRejoin: () => void;
  rejoining: boolean;
}

/** Why the wait is over without a ticket, and the one thing to do about it. */
export function QueueEnded({ how, eventHref, waitlistHref, onRejoin, rejoining }: QueueEndedProps) {
  const t = useTranslations("queue");
  switch (how) {
    case "soldOut":
    case "closed":
    case "withdrawn":
    case "cancelled":
      return <SaleOver how={how} eventHref={eventHref} waitlistHref={waitlistHref} />;
    case "missed":
    case "spent":
    case "lost":
    case "restarted":
      return (
        <div role="alert" className="mx-auto w-full max-w-3xl">
          <EmptyState
            title={t(`${how}.title`)}
            action={
              <Button pending={rejoining} onClick={onRejoin}>
                {t("rejoin")}
              </Button>
            }
          >
            {t(`${how}.body`)}
          </EmptyState>
        </div>
      );
  }
}

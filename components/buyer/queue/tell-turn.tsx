"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Bell, BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PushOffer } from "../../push/push-offer.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button } from "../../ui/button.tsx";

/** Has a waiting person be told at their turn, and says what that cannot save. */
export function TellTurn({ eventSessionId: sessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("queue.tell");
  const trpc = useTRPC();
  const wish = useQuery(trpc.notifications.turn.queryOptions({ sessionId }, { staleTime: 0 }));
  const onSettled = () => wish.refetch();
  const ask = useMutation(trpc.notifications.askTurn.mutationOptions({ onSettled }));
  const drop = useMutation(trpc.notifications.dropTurn.mutationOptions({ onSettled }));
  const asked = wish.data?.asked ?? false;
  const Icon = asked ? BellRing : Bell;
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-3">
      <ProblemAlert error={ask.error ?? drop.error} />
      <Button
        look="secondary"
        className="justify-self-center max-sm:w-full"
        aria-pressed={asked}
        pending={ask.isPending || drop.isPending}
        onClick={() => (asked ? drop : ask).mutate({ sessionId })}
      >
        <Icon aria-hidden="true" className="size-5" />
        {t(asked ? "asked" : "ask")}
      </Button>
      {asked && (
        <>
          <p role="status" className="text-muted text-sm">
            {t("note")}
          </p>
          <PushOffer reason="turn" />
        </>
      )}
    </div>
  );
}

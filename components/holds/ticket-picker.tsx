"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { QuantityPicker } from "../catalog/quantity-picker.tsx";
import { LevelBadge } from "../catalog/sale-badge.tsx";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { readRefusal } from "../errors/refusal.ts";
import { useFormat } from "../i18n/format.ts";
import { dropPlace, keptPlace } from "../line/kept-place.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { useIdempotencyKey } from "../trpc/use-idempotency-key.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { PageHeader } from "../ui/page-header.tsx";

const REFRESH_MS = 2000;

/** Refusals after which only the line leads back here. */
const BACK_TO_LINE = ["not_admitted", "admission_expired", "admission_spent", "place_lost", "line_restarted"];

/** How many, and then held: whoever has a hold already goes on to its checkout. */
export function TicketPicker({ sessionId }: { sessionId: EventSessionId }) {
  const t = useTranslations("hold");
  const tLine = useTranslations("line.missed");
  const format = useFormat();
  const router = useRouter();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [quantity, setQuantity] = useState(1);
  const intent = useIdempotencyKey();
  const sale = useQuery(
    trpc.catalog.getEventSession.queryOptions({ eventSessionId: sessionId }, { refetchInterval: REFRESH_MS }),
  );
  const active = useQuery(trpc.holds.active.queryOptions({ sessionId }, { staleTime: 0 }));
  const hold = useMutation({
    mutationFn: () =>
      client.holds.hold.mutate(
        { sessionId, quantity, queueToken: keptPlace(sessionId) ?? "" },
        { context: { idempotencyKey: intent.key() } },
      ),
    onSuccess: (held) => {
      dropPlace(sessionId);
      router.replace(`/checkout/${held.holdId}`);
    },
    onError: intent.settle,
  });
  const holdId = active.data?.holdId;
  const placeless = active.data === null && !hold.isSuccess && keptPlace(sessionId) === null;
  useEffect(() => {
    if (holdId) router.replace(`/checkout/${holdId}`);
    else if (placeless) router.replace(`/sessions/${sessionId}/line`);
  }, [holdId, placeless, router, sessionId]);
  if (!sale.data || !active.isSuccess || holdId || placeless) return <PageSkeleton />;

  const { event, startsAt, price, maxPerUser, remainingStock, level } = sale.data;
  const lineIsWayBack = hold.isError && BACK_TO_LINE.includes(readRefusal(hold.error).reason);
  return (
    <>
      <PageHeader
        title={event.title}
        lead={`${format.date(startsAt)} · ${event.venue}`}
        actions={<LevelBadge level={level} />}
      />
      <ProblemAlert
        error={hold.error}
        action={
          lineIsWayBack && <LinkButton href={`/sessions/${sessionId}/line`}>{tLine("rejoin")}</LinkButton>
        }
      />
      <Card>
        <QuantityPicker
          quantity={quantity}
          onChange={(wanted) => {
            intent.renew();
            setQuantity(wanted);
          }}
          priceKrw={price}
          max={maxPerUser}
          remaining={remainingStock}
          disabled={hold.isPending}
        />
      </Card>
      <Button size="large" wide pending={hold.isPending || hold.isSuccess} onClick={() => hold.mutate()}>
        {t("take", { count: quantity })}
      </Button>
    </>
  );
}

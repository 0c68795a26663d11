"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Bell, BellRing } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { OPENING_MINUTES } from "#server/notifications/values.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PushOffer } from "../../push/push-offer.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { Button } from "../../ui/button.tsx";

/** What a person pressed before they logged in. It is of this tab, so that no link from elsewhere can ask in their name. */
const keyOf = (eventSessionId: EventSessionId) => `tell-opening ${eventSessionId}`;

interface TellOpeningProps {
  eventSessionId: EventSessionId;
  /** What screen readers call the button, where several on a page have the same label. */
  name?: string;
}

/** Has the person be told shortly before sales open. Who is not logged in logs in first, and is then told without another press. */
export function TellOpening({ eventSessionId, name }: TellOpeningProps) {
  const t = useTranslations("catalog.tell");
  const viewer = useViewer();
  const router = useRouter();
  const path = usePathname();
  const { asked, ask, drop, error, pending } = useWish(eventSessionId, Boolean(viewer.data));
  useEffect(() => {
    if (!viewer.data || sessionStorage.getItem(keyOf(eventSessionId)) === null) return;
    sessionStorage.removeItem(keyOf(eventSessionId));
    ask();
  }, [viewer.data, eventSessionId, ask]);
  const press = () => {
    if (viewer.data) return asked ? drop() : ask();
    sessionStorage.setItem(keyOf(eventSessionId), "asked");
    router.push(`/login?next=${encodeURIComponent(path)}`);
  };
  const label = asked ? t("asked") : t("ask", { minutes: OPENING_MINUTES });
  const Icon = asked ? BellRing : Bell;
  return (
    <div className="grid gap-3">
      <ProblemAlert error={error} />
      <Button
        look="secondary"
        className="justify-self-start max-sm:w-full"
        aria-pressed={asked}
        aria-label={name && `${name}, ${label}`}
        pending={pending}
        onClick={press}
      >
        <Icon aria-hidden="true" className="size-5" />
        {label}
      </Button>
      {asked && (
        <>
          <p role="status" className="text-muted text-sm">
            {t("note", { minutes: OPENING_MINUTES })}
          </p>
          <PushOffer reason="opening" />
        </>
      )}
    </div>
  );
}

function useWish(sessionId: EventSessionId, loggedIn: boolean) {
  const trpc = useTRPC();
  const wish = useQuery(
    trpc.notifications.opening.queryOptions({ sessionId }, { enabled: loggedIn, staleTime: 0 }),
  );
  const { refetch } = wish;
  const onSettled = useCallback(() => refetch(), [refetch]);
  const asking = useMutation(trpc.notifications.askOpening.mutationOptions({ onSettled }));
  const dropping = useMutation(trpc.notifications.dropOpening.mutationOptions({ onSettled }));
  const { mutate } = asking;
  return {
    asked: wish.data?.asked ?? false,
    ask: useCallback(() => mutate({ sessionId }), [mutate, sessionId]),
    drop: () => dropping.mutate({ sessionId }),
    error: asking.error ?? dropping.error,
    pending: asking.isPending || dropping.isPending,
  };
}

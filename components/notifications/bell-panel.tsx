"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Notification } from "#server/notifications/contract.ts";
import { useNow } from "../clock/use-now.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPC } from "../trpc/client.ts";
import { LinkButton } from "../ui/button.tsx";
import { NotificationEntry } from "./notification-entry.tsx";
import { PanelSkeleton } from "./panel-skeleton.tsx";

/** So many fit into the panel; the page has all of them. */
const SHOWN = 8;

interface BellPanelProps {
  onFollow: (notification: Notification) => void;
  onLeave: () => void;
}

/** The latest notifications, and the way to all of them. */
export function BellPanel({ onFollow, onLeave }: BellPanelProps) {
  const t = useTranslations("notification");
  const trpc = useTRPC();
  const now = useNow(30_000);
  const { data, error } = useQuery(trpc.notifications.mine.queryOptions({ limit: SHOWN }, { staleTime: 0 }));
  return (
    <div className="overflow-y-auto">
      {!data && error && (
        <div className="p-4">
          <ProblemAlert error={error} />
        </div>
      )}
      {!data && !error && <PanelSkeleton />}
      {data?.items.length === 0 && <p className="px-4 py-8 text-center text-muted">{t("empty.title")}</p>}
      <ul aria-label={t("title")}>
        {data?.items.map((notification) => (
          <NotificationEntry
            key={notification.id}
            notification={notification}
            now={now}
            onFollow={() => onFollow(notification)}
          />
        ))}
      </ul>
      <div className="border-line border-t p-2">
        <LinkButton href="/me/notifications" look="quiet" wide onClick={onLeave}>
          {t("all")}
        </LinkButton>
      </div>
    </div>
  );
}

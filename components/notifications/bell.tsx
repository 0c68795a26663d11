"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { UNREAD_MAX } from "#server/notifications/contract.ts";
import { useNow } from "../clock/use-now.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPC } from "../trpc/client.ts";
import { useLoginEnded } from "../trpc/login-ended.ts";
import { useViewer } from "../trpc/use-viewer.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { NotificationEntry } from "./notification-entry.tsx";
import { useRead } from "./use-read.ts";
import { useUnread } from "./use-unread.ts";

/** So many fit into the panel; the page has all of them. */
const SHOWN = 8;

/** The bell in the header, for those who are logged in. */
export function Bell() {
  const viewer = useViewer();
  const ended = useLoginEnded() !== null;
  return viewer.data && !ended ? <BellButton key={viewer.data.id} /> : null;
}

function BellButton() {
  const t = useTranslations("notification");
  const [open, setOpen] = useState(false);
  const { unread, lookEverywhere } = useUnread();
  const read = useRead(lookEverywhere);
  const isMany = unread >= UNREAD_MAX;
  const name =
    unread === 0
      ? t("open")
      : t(isMany ? "openMany" : "openUnread", { count: isMany ? UNREAD_MAX - 1 : unread });
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      aside={
        unread > 0 && (
          <Button look="quiet" pending={read.all.isPending} onClick={() => read.all.mutate({})}>
            {t("readAll")}
          </Button>
        )
      }
      trigger={
        <Button look="quiet" size="icon" aria-label={name} className="relative">
          <BellIcon aria-hidden="true" />
          {unread > 0 && (
            <span
              aria-hidden="true"
              className="numerals -top-0.5 -right-0.5 absolute min-w-5 rounded-full bg-primary px-1 text-center font-bold text-[0.6875rem] text-on-primary leading-5"
            >
              {isMany ? t("many", { count: UNREAD_MAX - 1 }) : unread}
            </span>
          )}
        </Button>
      }
    >
      <Panel
        onFollow={(notification) => {
          setOpen(false);
          if (!notification.read) read.one.mutate({ id: notification.id });
        }}
        onLeave={() => setOpen(false)}
      />
    </Popover>
  );
}

interface PanelProps {
  onFollow: (notification: Parameters<typeof NotificationEntry>[0]["notification"]) => void;
  onLeave: () => void;
}

/** The latest notifications, and the way to all of them. */
function Panel({ onFollow, onLeave }: PanelProps) {
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
      {!data && !error && (
        <div className="grid gap-3 p-4">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      )}
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

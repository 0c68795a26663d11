"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Notification } from "#server/notifications/contract.ts";
import { behindLogin } from "../auth/require-login.tsx";
import { useNow } from "../clock/use-now.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { PushDevices } from "../push/push-devices.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { everyPageKey } from "../trpc/every-page-key.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { NoticeChoices } from "./notice-choices.tsx";
import { NotificationEntry } from "./notification-entry.tsx";
import { Preferences } from "./preferences.tsx";
import { useRead } from "./use-read.ts";

/** All notifications of the person, page by page. */
function useNotifications() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useInfiniteQuery({
    queryKey: everyPageKey(trpc.notifications.mine),
    queryFn: ({ pageParam: cursor, signal }) => client.notifications.mine.query({ cursor }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
  });
}

/** Everything that the person was told, the newest first. */
export const NotificationsPage = behindLogin(Notifications, { shape: "list" });

function Notifications() {
  const t = useTranslations("notification");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const list = useNotifications();
  const read = useRead(() => queries.invalidateQueries({ queryKey: trpc.notifications.pathKey() }));
  if (!list.data) return list.error ? <ProblemAlert error={list.error} /> : <PageSkeleton shape="list" />;
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          items.some((item) => !item.read) && (
            <Button look="secondary" pending={read.all.isPending} onClick={() => read.all.mutate({})}>
              {t("readAll")}
            </Button>
          )
        }
      />
      <ProblemAlert error={list.error ?? read.all.error} />
      {items.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <List items={items} onFollow={(id) => read.one.mutate({ id })} />
      )}
      {list.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          pending={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
      <PushDevices />
      <NoticeChoices />
      <Preferences />
    </>
  );
}

interface ListProps {
  items: readonly Notification[];
  /** Called when the person goes to what an unread one is about. */
  onFollow: (id: Notification["id"]) => void;
}

function List({ items, onFollow }: ListProps) {
  const t = useTranslations("notification");
  const now = useNow(30_000);
  return (
    <ul aria-label={t("title")} className="overflow-hidden rounded-lg border border-line bg-surface">
      {items.map((notification) => (
        <NotificationEntry
          key={notification.id}
          notification={notification}
          now={now}
          onFollow={() => notification.read || onFollow(notification.id)}
        />
      ))}
    </ul>
  );
}

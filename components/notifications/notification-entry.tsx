"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Notification } from "#server/notifications/contract.ts";
import { useFormat } from "../i18n/format.ts";
import { classNames } from "../ui/class-names.ts";
import { hrefOf } from "./notification-links.ts";
import { useNotificationText } from "./use-notification-text.ts";

interface NotificationEntryProps {
  notification: Notification;
  /** The server's time; null before the page runs in the browser. */
  now: number | null;
  /** Called when the person goes to what it is about. */
  onFollow: () => void;
}

/** One notification, which leads to what it is about. */
export function NotificationEntry({ notification, now, onFollow }: NotificationEntryProps) {
  const t = useTranslations("notification");
  const format = useFormat();
  const { text, facts } = useNotificationText()(notification);
  const { read, createdAt, departments } = notification;
  return (
    <li className="border-line border-b last:border-b-0">
      <Link
        href={hrefOf(notification)}
        onClick={onFollow}
        className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-4 py-3 text-ink no-underline hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span
          aria-hidden="true"
          className={classNames("mt-2 size-2 rounded-full", read ? "bg-transparent" : "bg-primary")}
        />
        <span className="grid gap-0.5">
          <span className={read ? "" : "font-bold"}>
            {!read && <span className="sr-only">{t("unread")}: </span>}
            {text}
          </span>
          {facts.length > 0 && <span className="text-muted text-sm">{facts.join(" · ")}</span>}
          <span className="numerals text-muted text-sm">
            <time dateTime={createdAt}>{now === null ? "\u00a0" : format.relative(createdAt, now)}</time>
            {departments.map((department) => ` · ${t(`departments.${department}`)}`)}
          </span>
        </span>
      </Link>
    </li>
  );
}

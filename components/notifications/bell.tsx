"use client";
import { Bell as BellIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLoginEnded } from "../trpc/login-ended.ts";
import { useViewer } from "../trpc/use-viewer.ts";
import { Button } from "../ui/button.tsx";
import { loadPart } from "../ui/load-part.ts";
import { Popover } from "../ui/popover.tsx";
import { PanelSkeleton } from "./panel-skeleton.tsx";
import { useRead } from "./use-read.ts";
import { useUnread } from "./use-unread.ts";

/** More than that are shown as "99+". */
const COUNT_MAX = 99;

/** Every page has the bell, and few people open it. */
const BellPanel = dynamic(
  loadPart(() => import("./bell-panel.tsx").then((module) => module.BellPanel)),
  { loading: PanelSkeleton },
);

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
  const isMany = unread > COUNT_MAX;
  const name =
    unread === 0 ? t("open") : t(isMany ? "openMany" : "openUnread", { count: isMany ? COUNT_MAX : unread });
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
              {isMany ? t("many", { count: COUNT_MAX }) : unread}
            </span>
          )}
        </Button>
      }
    >
      <BellPanel
        onFollow={(notification) => {
          setOpen(false);
          if (!notification.read) read.one.mutate({ id: notification.id });
        }}
        onLeave={() => setOpen(false)}
      />
    </Popover>
  );
}

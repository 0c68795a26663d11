"use client";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

type LineEndedProps =
  | { how: "missed" | "lost" | "restarted"; onRejoin: () => void; rejoining?: boolean }
  | { how: "soldOut"; eventHref: string };

/** Why the wait is over without a ticket, and the one thing to do about it. */
export function LineEnded(props: LineEndedProps) {
  const t = useTranslations("line");
  const action =
    props.how === "soldOut" ? (
      <LinkButton href={props.eventHref}>{t("soldOut.action")}</LinkButton>
    ) : (
      <Button pending={props.rejoining ?? false} onClick={props.onRejoin}>
        {t("missed.rejoin")}
      </Button>
    );
  return (
    <div role="alert" className="mx-auto w-full max-w-3xl">
      <EmptyState title={t(`${props.how}.title`)} action={action}>
        {t(`${props.how}.body`)}
      </EmptyState>
    </div>
  );
}

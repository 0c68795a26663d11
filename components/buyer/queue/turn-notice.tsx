"use client";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useRef } from "react";
import { Countdown } from "../../clock/countdown.tsx";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";
import { Button } from "../../ui/button.tsx";
import { playChime } from "./chime.ts";

interface TurnNoticeProps {
  /** When the admission ends, by the server's clock. */
  expiresAt: string;
  onEnter: () => void;
  onMissed: () => unknown;
  entering?: boolean;
}

/** "It is your turn": takes the focus, changes the window's title, plays a sound once and counts the time down. */
export function TurnNotice({ expiresAt, onEnter, onMissed, entering = false }: TurnNoticeProps) {
  const t = useTranslations("queue.turn");
  const left = useSecondsLeft(expiresAt, onMissed);
  const enterButton = useRef<HTMLButtonElement>(null);
  const windowTitle = t("documentTitle");

  useEffect(() => {
    const before = document.title;
    document.title = windowTitle;
    playChime();
    enterButton.current?.focus();
    return () => {
      document.title = before;
    };
  }, [windowTitle]);

  return <TurnCard left={left} entering={entering} enterButton={enterButton} onEnter={onEnter} />;
}

interface TurnCardProps {
  /** Seconds until the turn passes to the next person. */
  left: number | null;
  entering?: boolean;
  enterButton?: Ref<HTMLButtonElement>;
  onEnter: () => void;
}

/** What a person reads whose turn it is. */
export function TurnCard({ left, entering = false, enterButton, onEnter }: TurnCardProps) {
  const t = useTranslations("queue.turn");
  return (
    <section
      role="alert"
      className="mx-auto grid w-full max-w-3xl overflow-hidden rounded-lg border-2 border-primary bg-surface shadow-raised"
    >
      <div className="grid gap-2 bg-primary p-6 text-on-primary sm:p-8">
        <h2 className="font-extrabold text-3xl sm:text-4xl">{t("title")}</h2>
        <p className="max-w-xl">{t("body")}</p>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-6 p-6 sm:p-8">
        <div className="grid gap-1">
          <span className="field-name">{t("left")}</span>
          <Countdown left={left} className="text-5xl" />
        </div>
        <Button
          {...(enterButton && { ref: enterButton })}
          size="large"
          pending={entering}
          disabled={left === 0}
          onClick={onEnter}
          className="max-sm:w-full sm:min-w-48"
        >
          {t("enter")}
        </Button>
      </div>
    </section>
  );
}

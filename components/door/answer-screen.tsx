"use client";
import { Check, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useRef } from "react";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { useFormat } from "../i18n/format.ts";
import { useSeatName } from "../seats/use-seat-name.ts";
import { classNames } from "../ui/class-names.ts";
import type { Answer } from "./door-state.ts";
import { type Tone, toneOf } from "./signal.ts";

const STYLES: Readonly<Record<Tone, string>> = {
  green: "bg-success-fg",
  amber: "bg-warning-fg",
  red: "bg-danger-fg",
};
const INKS: Readonly<Record<Tone, string>> = {
  green: "text-success-fg",
  amber: "text-warning-fg",
  red: "text-danger-fg",
};
const BUTTON = "min-h-16 w-full cursor-pointer rounded-lg border-2 border-current font-bold text-xl";
const ICONS = { green: Check, amber: TriangleAlert, red: X };
/** A green answer goes by itself; the others wait for the person at the door. */
const GREEN_MS = 2500;

export const toneOfAnswer = ({ outcome }: Pick<Answer, "outcome">): Tone =>
  outcome === "no_network" ? "amber" : toneOf(outcome);

interface AnswerProps {
  answer: Answer;
  onClose: () => void;
  /** Lets in a ticket whose code does not move. */
  onConfirm: () => void;
}

/** The answer to a scan, which fills the screen until it is pressed or the next code is read. */
export function AnswerScreen({ answer, onClose, onConfirm }: AnswerProps) {
  const tone = toneOfAnswer(answer);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    if (tone !== "green") return;
    const timer = setTimeout(onClose, GREEN_MS);
    return () => clearTimeout(timer);
  }, [tone, onClose]);
  return (
    <div className="fixed inset-0 z-50 grid">
      <AnswerPanel answer={answer} onClose={onClose} onConfirm={onConfirm} closeRef={button} />
    </div>
  );
}

/** What an answer looks like. Its last button closes it, and where it asks whether to let in, lets in no one. */
export function AnswerPanel({
  answer,
  onClose,
  onConfirm,
  closeRef,
}: AnswerProps & { closeRef?: Ref<HTMLButtonElement> }) {
  const t = useTranslations("door");
  const tone = toneOfAnswer(answer);
  const Icon = ICONS[tone];
  const isAsking = answer.outcome === "unconfirmed";
  return (
    <div
      data-tone={tone}
      className={classNames(
        "grid content-between gap-6 p-6 text-surface [&_:focus-visible]:outline-surface",
        STYLES[tone],
      )}
    >
      <div role="alert" className="grid content-start justify-items-center gap-4 pt-[12dvh] text-center">
        <Icon aria-hidden="true" className="size-28" strokeWidth={2.5} />
        <p className="font-extrabold text-5xl leading-tight">{t(`outcome.${answer.outcome}`)}</p>
        <TicketLines answer={answer} />
      </div>
      <div className="grid gap-3">
        {isAsking && (
          <button type="button" onClick={onConfirm} className={classNames(BUTTON, "bg-surface", INKS[tone])}>
            {t("letIn")}
          </button>
        )}
        <button ref={closeRef} type="button" onClick={onClose} className={BUTTON}>
          {t(isAsking ? "turnAway" : "next")}
        </button>
      </div>
    </div>
  );
}

function TicketLines({ answer }: { answer: Answer }) {
  const { outcome, ticket, guest, first, shown, at, isAlone } = answer;
  const t = useTranslations("door");
  const format = useFormat();
  const nameOf = useSeatName();
  return (
    <div className="grid gap-2 font-semibold text-2xl">
      {ticket?.seat && ticket.section && (
        <p>
          {nameOf({ section: ticket.section, row: ticket.row, label: ticket.label, number: ticket.seat })}
        </p>
      )}
      {ticket && !ticket.seat && <p>{t("noSeat")}</p>}
      {guest && <p className="break-words">{t("guests.ofName", guest)}</p>}
      {first && outcome !== "admitted" && (
        <p className="numerals">
          {t("first", { at: format.date(first.at, "exact"), entrance: first.entrance })}
        </p>
      )}
      {ticket && !ticket.isPaper && (shown?.as === "old" || shown?.as === "still") && (
        <p className="numerals text-balance">
          {t(`shown.${shown.as}`, { at: shown.at ? format.when(shown.at, at) : "" })}
        </p>
      )}
      <p className="font-medium text-lg">{t(`hint.${outcome}`)}</p>
      {ticket && <p className="numerals text-lg">{shortCodeOf(ticket.id)}</p>}
      {isAlone && <p className="font-medium text-base">{t("alone")}</p>}
    </div>
  );
}

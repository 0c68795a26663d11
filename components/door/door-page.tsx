"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useCallback, useState } from "react";
import type { Direction } from "#server/doors/values.ts";
import type { DoorGuest } from "#server/guests/contract.ts";
import { useFormat } from "../i18n/format.ts";
import { OriginalText } from "../i18n/original-text.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Field, Input } from "../ui/field.tsx";
import { AnswerScreen, toneOfAnswer } from "./answer-screen.tsx";
import { Camera } from "./camera.tsx";
import type { Answer, DoorState, ShownCode } from "./door-state.ts";
import { GuestSearch } from "./guest-search.tsx";
import { ScanLog } from "./scan-log.tsx";
import type { DoorSession } from "./session.ts";
import { allowSound, signal } from "./signal.ts";
import { useDoor, useWedge } from "./use-door.ts";

/** The door of one event session, on a device without an account. */
export function DoorPage() {
  const t = useTranslations("door");
  const { scan, admit, ...state } = useDoor();
  const { phase, door, queued } = state;
  if (phase === "loading") return <PageSkeleton shape="facts" />;
  if (phase !== "ready" || !door)
    return (
      <EmptyState title={<h1>{t(`phase.${phase === "ready" ? "away" : phase}.title`)}</h1>}>
        {t(`phase.${phase === "ready" ? "away" : phase}.body`)}
        {queued > 0 && ` ${t("queued", { count: queued })}`}
      </EmptyState>
    );
  return <Desk state={{ ...state, door }} scan={scan} admit={admit} />;
}

interface DeskProps {
  state: DoorState & { door: NonNullable<DoorState["door"]> };
  scan: (shown: ShownCode) => Promise<Answer>;
  admit: DoorSession["admit"];
}

function Desk({ state, scan, admit }: DeskProps) {
  const { door } = state;
  const [direction, setDirection] = useState<Direction>("IN");
  const [answered, setAnswered] = useState<{ readonly answer: Answer; readonly code?: string }>();
  const way = door.rules.reentry ? direction : "IN";
  const take = async (code: string, isConfirmed = false) => {
    const answer = await scan({ code, direction: way, isConfirmed });
    setAnswered({ answer, code });
    signal(toneOfAnswer(answer));
  };
  const letGuestsIn = async (guest: DoorGuest, people: number) => {
    allowSound();
    const answer = await admit({ guest, people, direction: way });
    setAnswered({ answer });
    signal(toneOfAnswer(answer));
  };
  useWedge((code) => void take(code));
  const close = useCallback(() => setAnswered(undefined), []);
  return (
    <>
      <DoorHead state={state} />
      {door.rules.reentry && <DirectionChoice direction={direction} onChange={setDirection} />}
      <Camera onCode={(code) => void take(code)} />
      {/* Emptied by each scan: a scanner types into the field that has the focus, too. */}
      <CodeForm key={`after ${state.answers[0]?.key}`} onCode={(code) => void take(code)} />
      {state.guests.length > 0 && (
        <GuestSearch
          key={`guests after ${state.answers[0]?.key}`}
          guests={state.guests}
          direction={way}
          reentry={door.rules.reentry}
          onAdmit={letGuestsIn}
        />
      )}
      <ScanLog answers={state.answers} door={door} />
      {answered && (
        <AnswerScreen
          key={answered.answer.key}
          answer={answered.answer}
          onClose={close}
          onConfirm={() => void take(answered.code ?? "", true)}
        />
      )}
    </>
  );
}

function DoorHead({ state: { door, isOnline, queued } }: Pick<DeskProps, "state">) {
  const t = useTranslations("door");
  const format = useFormat();
  const { counts, rules } = door;
  return (
    <header className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="font-extrabold text-2xl">{door.entrance}</h1>
        <span role="status">
          <Badge tone={isOnline ? "success" : "warning"}>{t(isOnline ? "online" : "offline")}</Badge>
        </span>
      </div>
      <p className="text-muted">
        <OriginalText text={door.eventTitle} /> ·{" "}
        <span className="numerals">{format.date(door.startsAt)}</span>
      </p>
      <p className="numerals font-extrabold text-4xl" data-testid="door-counts">
        {t("counts", { in: rules.reentry ? counts.inside : counts.entered, sold: counts.sold })}
      </p>
      {door.guests.listed + door.guests.came > 0 && (
        <p className="numerals font-bold text-xl" data-testid="guest-counts">
          {t("guests.counts", {
            ...{ in: rules.reentry ? door.guests.inside : door.guests.came, listed: door.guests.listed },
          })}
        </p>
      )}
      {queued > 0 && (
        <p role="status" className="font-semibold text-warning-fg">
          {t("queued", { count: queued })}
        </p>
      )}
    </header>
  );
}

function DirectionChoice(props: { direction: Direction; onChange: (direction: Direction) => void }) {
  const t = useTranslations("door.direction");
  return (
    <ChoiceCards
      legend={t("legend")}
      value={props.direction}
      onChange={props.onChange}
      options={[
        { value: "IN", label: t("IN") },
        { value: "OUT", label: t("OUT") },
      ]}
    />
  );
}

/** For a code that no camera reads. */
function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const t = useTranslations("door.form");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    allowSound();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    if (code) onCode(code);
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-3">
      <Field label={t("code")} hint={t("hint")} name="code">
        <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={2000} />
      </Field>
      <Button type="submit" look="secondary" size="large" wide>
        {t("check")}
      </Button>
    </form>
  );
}

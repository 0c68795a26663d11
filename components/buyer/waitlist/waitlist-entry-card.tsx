"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { WaitlistEntry } from "#server/waitlist/contract.ts";
import { waitlistEntryMachine } from "#server/waitlist/machine.ts";
import { Countdown } from "../../clock/countdown.tsx";
import { useSecondsLeft } from "../../clock/use-seconds-left.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";

interface WaitlistEntryCardProps {
  entry: WaitlistEntry;
  /** Reads the entry again. */
  onChange: () => unknown;
}

/** One place on a waiting list: what it is for, where it stands, and what its person can do. */
export function WaitlistEntryCard({ entry, onChange }: WaitlistEntryCardProps) {
  const t = useTranslations("waitlist");
  const format = useFormat();
  const { id, eventTitle, venue, startsAt, quantity, status } = entry;
  return (
    <Card aria-labelledby={id} className="grid gap-4">
      <div className="grid gap-1">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={id} className="font-bold text-xl">
            <OriginalText text={eventTitle} />
          </h2>
          <StateBadge machine={waitlistEntryMachine} state={status} />
        </div>
        <p className="numerals text-muted">
          {format.date(startsAt)} · <OriginalText text={venue} /> · {t("seats", { count: quantity })}
        </p>
      </div>
      <Standing entry={entry} onChange={onChange} />
    </Card>
  );
}

function Standing({ entry, onChange }: WaitlistEntryCardProps) {
  const { status } = entry;
  switch (status) {
    case "WAITING":
      return <Waiting entry={entry} onChange={onChange} />;
    case "OFFERED":
      return <Offer entry={entry} onChange={onChange} />;
    case "ACCEPTED":
    case "DECLINED":
    case "LAPSED":
    case "LEFT":
    case "ENDED":
      return <Over entry={entry} />;
  }
}

function Waiting({ entry: { id: entryId, position }, onChange }: WaitlistEntryCardProps) {
  const t = useTranslations("waitlist");
  const trpc = useTRPC();
  const leave = useMutation(trpc.waitlist.leave.mutationOptions({ onSuccess: onChange }));
  return (
    <>
      {position !== null && (
        <p className="flex items-baseline gap-3">
          <span className="text-muted">{t("place")}</span>
          <span className="numerals font-extrabold text-4xl">{t("placeOf", { position })}</span>
        </p>
      )}
      <p className="text-muted text-sm">{t("placeNote")}</p>
      <ProblemAlert error={leave.error} />
      <ConfirmButton
        look="quiet"
        className="justify-self-start"
        label={t("leave")}
        title={t("leaveTitle")}
        description={t("leaveBody")}
        keepLabel={t("keep")}
        pending={leave.isPending}
        onConfirm={(close) => leave.mutate({ entryId }, { onSuccess: close })}
      />
    </>
  );
}

function Offer({ entry: { id: entryId, offerEndsAt }, onChange }: WaitlistEntryCardProps) {
  const t = useTranslations("waitlist");
  const format = useFormat();
  const trpc = useTRPC();
  const router = useRouter();
  const left = useSecondsLeft(offerEndsAt ?? "", onChange);
  const accept = useMutation(
    trpc.waitlist.accept.mutationOptions({
      onSuccess: ({ holdId }) => router.push(holdId ? `/checkout/${holdId}` : "/me/waitlist"),
      onError: onChange,
    }),
  );
  const decline = useMutation(trpc.waitlist.decline.mutationOptions({ onSuccess: onChange }));
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-3">
        <span>{t("until", { at: format.date(offerEndsAt ?? "") })}</span>
        <span className="flex items-baseline gap-2">
          <span className="text-muted text-sm">{t("left")}</span>
          <Countdown left={left} className="text-3xl" />
        </span>
      </p>
      <ProblemAlert error={accept.error ?? decline.error} />
      <div className="flex flex-wrap gap-3">
        <Button
          size="large"
          pending={accept.isPending || accept.isSuccess}
          onClick={() => accept.mutate({ entryId })}
        >
          {t("accept")}
        </Button>
        <ConfirmButton
          look="secondary"
          label={t("decline")}
          title={t("declineTitle")}
          description={t("declineBody")}
          keepLabel={t("keep")}
          pending={decline.isPending}
          onConfirm={(close) => decline.mutate({ entryId }, { onSuccess: close })}
        />
      </div>
      <p className="text-muted text-sm">{t("acceptNote")}</p>
    </>
  );
}

function Over({ entry: { status, endReason, holdId, sessionId } }: Pick<WaitlistEntryCardProps, "entry">) {
  const t = useTranslations("waitlist");
  const mayWaitAgain = status === "DECLINED" || status === "LAPSED" || status === "LEFT";
  return (
    <>
      {endReason && <p>{t(`endReason.${endReason}`)}</p>}
      {status !== "ENDED" && status !== "WAITING" && status !== "OFFERED" && <p>{t(`ended.${status}`)}</p>}
      {holdId && (
        <LinkButton href={`/checkout/${holdId}`} className="justify-self-start">
          {t("checkOut")}
        </LinkButton>
      )}
      {mayWaitAgain && (
        <LinkButton look="secondary" href={`/sessions/${sessionId}/waitlist`} className="justify-self-start">
          {t("again")}
        </LinkButton>
      )}
    </>
  );
}

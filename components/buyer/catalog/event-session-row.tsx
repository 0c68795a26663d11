import { useTranslations } from "next-intl";
import type { EventSessionView } from "#server/catalog/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { LinkButton } from "../../ui/button.tsx";
import { JoinLink } from "../queue/join-link.tsx";
import { ReturnsLink } from "../queue/returns-link.tsx";
import { CancelFees } from "./cancel-fees.tsx";
import { LevelBadge, SessionBadge } from "./sale-badge.tsx";
import { TellOpening } from "./tell-opening.tsx";
import { WaitingNow } from "./waiting-now.tsx";

interface EventSessionRowProps {
  eventSession: EventSessionView;
  /** The server's time as the page was drawn; null where that is not known. */
  now: number | null;
}

/** One performance: when, how much, how many are left, and the way into its queue. */
export function EventSessionRow({ eventSession, now }: EventSessionRowProps) {
  const t = useTranslations("catalog");
  const format = useFormat();
  const { startsAt, movedFromAt, cancellation, price, seated, status, terms } = eventSession;
  const [nextRelease] = eventSession.release.times;
  const enterable = status === "OPEN" || status === "SCHEDULED";
  return (
    <li className="grid gap-y-4 border-line border-b p-5 last:border-b-0 sm:px-6">
      <div className="grid gap-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <time dateTime={startsAt} className="numerals font-extrabold text-xl">
            {format.timeOfDay(startsAt)}
          </time>
          <SessionBadge eventSession={eventSession} />
        </div>
        {movedFromAt && (
          <p className="numerals text-muted text-sm">
            {t("changed.startsAt", { from: format.date(movedFromAt), to: format.date(startsAt) })}
          </p>
        )}
        {cancellation && (
          <p className="whitespace-pre-line">{t("cancelled.reason", { reason: cancellation.reason })}</p>
        )}
        <p className="numerals flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          <span className="font-semibold text-ink">
            {seated ? t("priceFrom", { price: format.krw(price) }) : format.krw(price)}
          </span>
          <span>{t("perPerson", { count: eventSession.maxPerUser })}</span>
          {status === "SCHEDULED" && (
            <span>{t("opensAt", { at: format.when(eventSession.salesOpenAt, now) })}</span>
          )}
          {status === "SOLDOUT" && nextRelease && (
            <span>{t("returnsAt", { at: format.date(nextRelease) })}</span>
          )}
          {eventSession.delivery.paper && <span>{t("paper")}</span>}
          {enterable && terms.entryCodes !== "ANY" && <span>{t(`entryCodes.${terms.entryCodes}`)}</span>}
        </p>
        {enterable && <CancelFees feesUntil={terms.feesIfBookedNow} />}
      </div>
      {!cancellation && <Evening eventSession={eventSession} />}
      <div className="flex flex-wrap items-center justify-between gap-4">
        {enterable && <Remaining eventSession={eventSession} />}
        <WayIn eventSession={eventSession} />
      </div>
      {status === "SCHEDULED" && (
        <TellOpening eventSessionId={eventSession.id} name={format.date(startsAt)} />
      )}
    </li>
  );
}

/** When the doors open, and the evening as a file for a calendar. */
function Evening({ eventSession: { id, startsAt, doorsMinutesBefore } }: { eventSession: EventSessionView }) {
  const t = useTranslations("catalog");
  const format = useFormat();
  const doorsAt = new Date(Date.parse(startsAt) - (doorsMinutesBefore ?? 0) * 60_000);
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
      {doorsMinutesBefore !== null && (
        <span className="numerals">{t("doors", { at: format.timeOfDay(doorsAt) })}</span>
      )}
      <a
        href={`/sessions/${id}/calendar.ics`}
        aria-label={t("calendarFor", { at: format.date(startsAt) })}
        className="inline-flex min-h-touch items-center"
      >
        {t("calendar")}
      </a>
    </p>
  );
}

/** The button that joins the queue of an open sale, the link to a sale that opens later, or the reason for neither. */
function WayIn({
  eventSession: { id, startsAt, status, closedBecause, release },
}: {
  eventSession: EventSessionView;
}) {
  const t = useTranslations("catalog");
  const format = useFormat();
  const isStopped = closedBecause === "PAUSED" || closedBecause === "CANCELLED";
  const action = t(`action.${isStopped ? closedBecause : status}`);
  const labelOf = (act: string) => t("actionFor", { at: format.date(startsAt), action: act });
  switch (status) {
    case "OPEN":
      return (
        <JoinLink eventSessionId={id} label={labelOf(action)}>
          {action}
        </JoinLink>
      );
    case "SCHEDULED":
      return (
        <LinkButton
          href={`/sessions/${id}/queue`}
          look="secondary"
          aria-label={labelOf(action)}
          className="max-sm:w-full sm:min-w-36"
        >
          {action}
        </LinkButton>
      );
    case "SOLDOUT":
      return (
        <ReturnsLink
          eventSessionId={id}
          label={labelOf(t("returns"))}
          otherwise={
            release.policy === "WAITLIST" ? (
              <WaitlistLink id={id} label={labelOf(t("waitlist"))} />
            ) : (
              <NoWayIn>{action}</NoWayIn>
            )
          }
        >
          {t("returns")}
        </ReturnsLink>
      );
    case "CLOSED":
      return <NoWayIn>{action}</NoWayIn>;
  }
}

function WaitlistLink({ id, label }: { id: EventSessionView["id"]; label: string }) {
  const t = useTranslations("catalog");
  return (
    <LinkButton
      href={`/sessions/${id}/waitlist`}
      look="secondary"
      aria-label={label}
      className="max-sm:w-full sm:min-w-36"
    >
      {t("waitlist")}
    </LinkButton>
  );
}

function NoWayIn({ children }: { children: string }) {
  return (
    <span className="inline-flex min-h-touch items-center max-sm:w-full sm:min-w-36 justify-center rounded-sm bg-sunken px-4 font-semibold text-muted">
      {children}
    </span>
  );
}

function Remaining({ eventSession }: { eventSession: EventSessionView }) {
  const t = useTranslations("catalog");
  const { id, remainingStock, totalStock, level, status } = eventSession;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="numerals font-semibold text-sm">
        {t("remainingOf", { remaining: remainingStock, total: totalStock })}
      </span>
      {level !== "SOLDOUT" && <LevelBadge level={level} />}
      {status === "OPEN" && <WaitingNow eventSessionId={id} />}
    </div>
  );
}

import type { EventSessionId } from "#server/catalog/contract.ts";
import { BeforeOpening } from "../buyer/queue/before-opening.tsx";
import { ENDINGS } from "../buyer/queue/ending.ts";
import { QueueEnded } from "../buyer/queue/queue-ended.tsx";
import { QueueView, type QueueViewProps } from "../buyer/queue/queue-view.tsx";
import { TurnCard } from "../buyer/queue/turn-notice.tsx";
import { useNow } from "../clock/use-now.ts";

const nothing = () => {};

const WAITING = {
  eventSessionId: "event_session_of_the_design_page" as EventSessionId,
  number: 8412,
  ahead: 1204,
  aheadAtStart: 3200,
  total: 15_020,
  wait: { min: 480, max: 720 },
  peoplePerMinute: 120,
  level: "MID",
  connection: "live",
  standing: "MOVING",
  leaving: false,
  onLeave: nothing,
} as const satisfies Omit<QueueViewProps, "updatedAtMs">;

const STATES: readonly Partial<QueueViewProps>[] = [
  {},
  {
    number: 3,
    ahead: 2,
    aheadAtStart: 9,
    total: 40,
    wait: null,
    peoplePerMinute: null,
    connection: "polling",
  },
  { number: 124_518, standing: "ADMISSION_PAUSED", level: "LOW", connection: "offline" },
];

/** The queue before the opening, while a person waits, at the turn, and at each of its ends. */
export function QueueSamples() {
  const now = useNow();
  if (now === null) return null;
  return (
    <>
      <BeforeOpening
        eventSessionId={WAITING.eventSessionId}
        salesOpenAt={new Date(now + 3_600_000).toISOString()}
        maxPerUser={4}
        loggedIn
        consented={false}
        onConsent={nothing}
        onOpen={nothing}
      />
      {STATES.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the states stay where they are.
        <QueueView key={index} {...WAITING} updatedAtMs={now - 4000} {...state} />
      ))}
      <TurnCard left={92} onEnter={nothing} />
      <TurnCard left={0} onEnter={nothing} />
      {ENDINGS.map((how) => (
        <QueueEnded key={how} how={how} eventHref="/" onRejoin={nothing} rejoining={false} />
      ))}
    </>
  );
}

import type { ScanResult } from "#server/doors/contract.ts";
import { useNow } from "../clock/use-now.ts";
import { AnswerPanel } from "../door/answer-screen.tsx";
import type { Answer } from "../door/door-state.ts";

const nothing = () => {};
const MINUTE_MS = 60_000;

const TICKET: NonNullable<ScanResult["ticket"]> = {
  ...{ id: "ticket_01k8v3q4f6e9hb2m5n7p8r9s0t", tail: "", version: 1, status: "USED", isPaper: false },
  ...{ section: "A", row: null, label: null, seat: "12", usedAt: null, usedWhere: null, leftAt: null },
};

type Shown = NonNullable<Answer["shown"]>["as"];

const STATES: readonly (Pick<Answer, "outcome"> & { readonly as: Shown; readonly isAlone?: boolean })[] = [
  { outcome: "admitted", as: "moving" },
  { outcome: "admitted", as: "still", isAlone: true },
  { outcome: "unconfirmed", as: "old" },
  { outcome: "unconfirmed", as: "still" },
  { outcome: "not_moving", as: "old" },
  { outcome: "used", as: "moving" },
];

/** What the person at the door is told of a scan: goes in, decides, stays out. */
export function DoorSamples() {
  const now = useNow(MINUTE_MS);
  if (now === null) return null;
  const ago = (minutes: number) => new Date(now - minutes * MINUTE_MS).toISOString();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {STATES.map(({ outcome, as, isAlone = false }) => (
        <AnswerPanel
          key={`${outcome} ${as}`}
          answer={{
            ...{ key: outcome, outcome, ticket: TICKET, direction: "IN", at: now, isAlone },
            shown: { as, at: as === "moving" || as === "old" ? ago(as === "old" ? 12 : 0) : null },
            first: outcome === "used" ? { at: ago(4), entrance: "B" } : null,
          }}
          onClose={nothing}
          onConfirm={nothing}
        />
      ))}
    </div>
  );
}

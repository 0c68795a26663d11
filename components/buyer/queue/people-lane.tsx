import type { CSSProperties } from "react";

interface PeopleLaneProps {
  ahead: number;
  /** How many people the queue lets in; null while it is unknown or the queue stands still. */
  peoplePerMinute: number | null;
}

/** As many as fit on a narrow phone. */
const SHOWN = 9;

/** Seconds for one step of the people: a very fast queue would be a blur, and a slow one would look broken. */
const stepSeconds = (peoplePerMinute: number): number => Math.min(8, Math.max(0.8, 60 / peoplePerMinute));

/** Those next to go in, and the reader behind them: they step on at the speed that was measured. The page says it in words. */
export function PeopleLane({ ahead, peoplePerMinute }: PeopleLaneProps) {
  const isLong = ahead > SHOWN;
  const steps = isLong && peoplePerMinute !== null;
  const style = steps ? ({ "--step": `${stepSeconds(peoplePerMinute)}s` } as CSSProperties) : undefined;
  return (
    <div aria-hidden="true" className="flex h-12 items-end border-line-strong border-b">
      <span className="mr-2 h-12 w-1.5 shrink-0 rounded-t-sm bg-primary" />
      <div className="overflow-hidden" style={{ maxWidth: `${SHOWN * 1.5}rem` }}>
        <div className={steps ? "flex w-max animate-step-on" : "flex w-max"} style={style}>
          {/* One more than is shown comes in from behind with each step. */}
          {Array.from({ length: Math.min(ahead, SHOWN + 1) }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the people have no names.
            <Person key={index} className="text-line-strong" />
          ))}
        </div>
      </div>
      {isLong && <span className="mx-2 mb-2 grow border-line-strong border-b-2 border-dotted" />}
      <Person className="text-primary" />
    </div>
  );
}

function Person({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 24 40" aria-hidden="true" className={`h-10 w-6 shrink-0 fill-current ${className}`}>
      <circle cx="12" cy="8" r="5.5" />
      <path d="M4 40V24a8 8 0 0 1 16 0v16z" />
    </svg>
  );
}

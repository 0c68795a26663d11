/**
 * The event's picture: a guilloche, the ornament that makes tickets hard to copy, drawn from the event's id. Each event
 * has its own, so that sellers need not upload one.
 */
export function EventPoster({ eventId, className }: { eventId: string; className?: string }) {
  const seed = hash(eventId);
  const hue = hues[seed % hues.length] ?? hues[0];
  const rosettes = [
    { cx: 20 + (seed % 40), cy: 30 + ((seed >>> 4) % 30), rx: 62, ry: 18 + ((seed >>> 7) % 16), turns: 18 },
    {
      cx: 96 + ((seed >>> 10) % 40),
      cy: 74 + ((seed >>> 13) % 26),
      rx: 46,
      ry: 10 + ((seed >>> 16) % 14),
      turns: 14,
    },
  ];
  return (
    <svg
      viewBox="0 0 160 120"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={className}
      style={{ background: `oklch(0.4 0.13 ${hue})` }}
    >
      <g fill="none" stroke={`oklch(0.86 0.09 ${hue})`} strokeWidth="0.45" opacity="0.75">
        {rosettes.flatMap(({ cx, cy, rx, ry, turns }) =>
          Array.from({ length: turns }, (_, turn) => {
            const angle = (turn * 180) / turns;
            return (
              <ellipse
                key={`${cx}:${angle}`}
                cx={cx}
                cy={cy}
                rx={rx}
                ry={ry}
                transform={`rotate(${angle} ${cx} ${cy})`}
              />
            );
          }),
        )}
      </g>
    </svg>
  );
}

/** Hues of equal strength, which look well beside each other in a list. */
const hues = [267, 12, 158, 310, 45, 215] as const;

function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}

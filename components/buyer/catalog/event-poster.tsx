import type { PosterView } from "#server/posters/contract.ts";
import { classNames } from "../../ui/class-names.ts";

interface EventPosterProps {
  event: { id: string; poster: PosterView | null };
  /** How wide it is shown, as the attribute `sizes` has it, so that the browser loads the file that suffices. */
  sizes: string;
  /** The largest picture of the page is loaded first, and those below the screen when they are near. */
  isFirst?: boolean | undefined;
  className?: string;
}

/** The event's poster, in a place whose size does not depend on the file, or an ornament where it has none. */
export function EventPoster({ event, sizes, isFirst = false, className }: EventPosterProps) {
  const { id, poster } = event;
  if (!poster) return <Guilloche eventId={id} className={className} />;
  return (
    // biome-ignore lint/performance/noImgElement: its files have the widths already, so the server has none to make.
    <img
      src={poster.files.at(-1)?.url}
      srcSet={poster.files.map(({ url, width }) => `${url} ${width}w`).join(", ")}
      sizes={sizes}
      alt={poster.alt}
      width={poster.width}
      height={poster.height}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
      className={classNames("object-cover", className)}
      style={{ background: `oklch(0.4 0.13 ${hueOf(hash(id))})` }}
    />
  );
}

/** A guilloche, the ornament that makes tickets hard to copy, drawn from the event's id: each event has its own. */
function Guilloche({ eventId, className }: { eventId: string; className?: string | undefined }) {
  const seed = hash(eventId);
  const hue = hueOf(seed);
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

const hueOf = (seed: number): number => hues[seed % hues.length] ?? hues[0];

function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}

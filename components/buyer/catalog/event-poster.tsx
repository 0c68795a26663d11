import type { PosterView } from "#server/posters/contract.ts";
import { classNames } from "../../ui/class-names.ts";
import { GeneratedPoster, groundOf } from "./generated-poster.tsx";

interface EventPosterProps {
  event: { id: string; poster: PosterView | null };
  /** How wide it is shown, as the attribute `sizes` has it, so that the browser loads the file that suffices. */
  sizes: string;
  /** The largest picture of the page is loaded first, and those below the screen when they are near. */
  isFirst?: boolean | undefined;
  className?: string;
}

/** The event's poster, three wide and four high whatever its file is, or a generated one where it has none. */
export function EventPoster({ event, sizes, isFirst = false, className }: EventPosterProps) {
  const { id, poster } = event;
  const place = classNames("aspect-3/4 w-full", className);
  if (!poster) return <GeneratedPoster eventId={id} className={place} />;
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
      className={classNames("object-cover", place)}
      style={{ background: groundOf(id) }}
    />
  );
}

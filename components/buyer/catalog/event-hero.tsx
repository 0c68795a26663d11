import { useTranslations } from "next-intl";
import type { EventView } from "#server/catalog/contract.ts";
import type { PosterView } from "#server/posters/contract.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { classNames } from "../../ui/class-names.ts";
import { EventPoster } from "./event-poster.tsx";

/** The head of an event's page. */
export function EventHero({ event }: { event: EventView }) {
  const t = useTranslations("catalog");
  return (
    <header className="grid overflow-hidden rounded-lg border border-line bg-surface md:grid-cols-[20rem_1fr]">
      <div
        className={classNames("relative md:min-h-72 md:self-stretch", !event.poster && "h-36 md:h-auto")}
        style={event.poster ? { aspectRatio: shapeOf(event.poster) } : undefined}
      >
        <EventPoster
          event={event}
          isFirst
          sizes="(min-width: 48rem) 20rem, 100vw"
          className="absolute inset-0 size-full"
        />
      </div>
      <div className="grid content-center gap-5 p-6 md:tear-y md:p-10">
        <h1 className="font-extrabold text-3xl sm:text-[2.75rem] sm:leading-[1.15]">
          <OriginalText text={event.title} />
        </h1>
        <dl className="grid gap-0.5">
          <dt className="field-name">{t("venue")}</dt>
          <dd className="font-semibold text-lg">
            <OriginalText text={event.venue} />
          </dd>
        </dl>
        <p className="max-w-2xl whitespace-pre-line text-muted">
          <OriginalText text={event.description} />
        </p>
      </div>
    </header>
  );
}

/** Width to height of the poster's place: its own, so that nothing of a usual poster is cut off, within bounds. */
const shapeOf = ({ width, height }: PosterView): number => Math.min(16 / 9, Math.max(3 / 4, width / height));

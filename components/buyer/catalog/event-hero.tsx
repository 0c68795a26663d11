import { useTranslations } from "next-intl";
import type { EventView } from "#server/catalog/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { EventPoster } from "./event-poster.tsx";
import { ShareButton } from "./share-button.tsx";

const MAPS = {
  kakao: "https://map.kakao.com/link/search/",
  naver: "https://map.naver.com/p/search/",
  openStreetMap: "https://www.openstreetmap.org/search?query=",
} as const;

/** What an event is: its poster, its name, where it is and how to get there, how long it takes, and who is let in. */
export function EventHero({ event }: { event: EventView }) {
  const t = useTranslations("catalog");
  return (
    <header className="grid content-start gap-6 sm:grid-cols-[14rem_1fr] sm:gap-8">
      <EventPoster
        event={event}
        isFirst
        sizes="(min-width: 40rem) 14rem, 100vw"
        className="rounded-lg border border-line max-sm:mx-auto max-sm:max-w-60"
      />
      <div className="grid content-start gap-5">
        <h1 className="font-extrabold text-3xl sm:text-[2.5rem] sm:leading-[1.15]">
          <OriginalText text={event.title} />
        </h1>
        <Facts event={event} />
        <div>
          <ShareButton
            title={event.title}
            words={{ share: t("share.action"), copied: t("share.copied"), failed: t("share.failed") }}
          />
        </div>
      </div>
      <p className="max-w-2xl whitespace-pre-line sm:col-span-2">
        <OriginalText text={event.description} />
      </p>
    </header>
  );
}

function Facts({ event: { venue, runningMinutes, ageRating } }: { event: EventView }) {
  const t = useTranslations("catalog");
  const format = useFormat();
  return (
    <dl className="grid gap-4">
      <div>
        <dt className="field-name">{t("venue")}</dt>
        <dd className="font-semibold text-lg">
          <OriginalText text={venue} />
        </dd>
        <dd className="-mx-2 flex flex-wrap text-sm">
          {(Object.keys(MAPS) as (keyof typeof MAPS)[]).map((map) => (
            <a
              key={map}
              href={`${MAPS[map]}${encodeURIComponent(venue)}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-touch items-center px-2"
            >
              {t(`maps.${map}`)}
            </a>
          ))}
        </dd>
      </div>
      <div className="flex flex-wrap gap-x-10 gap-y-3">
        {runningMinutes !== null && (
          <div>
            <dt className="field-name">{t("running")}</dt>
            <dd className="numerals font-semibold">{format.duration(runningMinutes * 60)}</dd>
          </div>
        )}
        {ageRating !== null && (
          <div>
            <dt className="field-name">{t("age")}</dt>
            <dd className="numerals font-semibold">
              {ageRating === 0 ? t("allAges") : t("agesFrom", { age: ageRating })}
            </dd>
          </div>
        )}
      </div>
    </dl>
  );
}

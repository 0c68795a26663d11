import { useTranslations } from "next-intl";
import type { ShopEvent } from "#server/shop/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { EventPoster } from "../catalog/event-poster.tsx";
import { OpeningCountdown } from "./opening-countdown.tsx";

interface OpeningHeroProps {
  event: ShopEvent;
  opensAt: string;
  /** The server's time. */
  now: number;
  /** Called when it opens. */
  onOpen: () => void;
}

/** The next opening, as a ticket: its poster, what it is, and the time until it opens on the stub. */
export function OpeningHero({ event, opensAt, now, onOpen }: OpeningHeroProps) {
  const t = useTranslations("home.hero");
  const format = useFormat();
  return (
    <section
      aria-label={t("label")}
      className="grid overflow-hidden rounded-lg border border-line bg-surface sm:grid-cols-[13rem_1fr] lg:grid-cols-[16rem_1fr_20rem]"
    >
      <div className="max-sm:hidden">
        <EventPoster event={event} isFirst sizes="16rem" className="h-full" />
      </div>
      <div className="grid content-center gap-3 p-6 sm:p-8 lg:p-10">
        <p className="font-semibold text-primary text-sm">{t("label")}</p>
        <h2 className="font-extrabold text-3xl sm:text-4xl">
          <OriginalText text={event.title} />
        </h2>
        <p className="text-muted">
          <OriginalText text={event.venue} />
          {event.startsAt && <span className="numerals"> · {format.when(event.startsAt, now)}</span>}
        </p>
      </div>
      <div className="tear-x mx-0 grid content-center justify-items-center gap-4 p-6 sm:col-span-2 lg:tear-y lg:col-span-1 lg:border-t-0 lg:p-8">
        <p className="numerals font-semibold">{format.when(opensAt, now)}</p>
        <OpeningCountdown
          opensAt={opensAt}
          label={t("left")}
          opened={t("opened")}
          onOpen={onOpen}
          initial={Math.max(0, Math.ceil((Date.parse(opensAt) - now) / 1000))}
        />
        <LinkButton href={`/events/${event.id}`} size="large" wide>
          {t("action")}
        </LinkButton>
      </div>
    </section>
  );
}

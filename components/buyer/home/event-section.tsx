import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ShopEvent } from "#server/shop/contract.ts";
import type { ShopSection } from "#server/shop/values.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { EventTile } from "./event-tile.tsx";
import { hrefOf, type Wanted } from "./wanted.ts";

interface EventSectionProps {
  section: ShopSection;
  wanted: Wanted;
  events: readonly ShopEvent[];
  /** Where the next page begins; null where there is none. */
  nextCursor: string | null;
  /** The server's time. */
  now: number;
  /** Whether its posters are what is seen first. */
  isFirst: boolean;
}

/** Posters that the first screen shows. */
const FIRST = 4;

/** A section of the first page, or, where the address asks for it, a page of all of it. */
export function EventSection({ section, wanted, events, nextCursor, now, isFirst }: EventSectionProps) {
  const t = useTranslations("home");
  const isAlone = wanted.section === section;
  const all = hrefOf({ ...wanted, section, cursor: undefined });
  return (
    <section aria-labelledby={section} className="grid gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={section} className="font-extrabold text-2xl">
          {t(`sections.${section}.title`)}
        </h2>
        {(isAlone || nextCursor) && (
          <Link
            href={isAlone ? hrefOf({ ...wanted, section: undefined, cursor: undefined }) : all}
            className="inline-flex min-h-touch items-center font-semibold text-sm"
          >
            {isAlone ? t("back") : t(`sections.${section}.all`)}
          </Link>
        )}
      </div>
      {events.length === 0 && <Empty section={section} />}
      <div className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4">
        {events.map((event, index) => (
          <EventTile key={event.id} event={event} now={now} isFirst={isFirst && index < FIRST} />
        ))}
      </div>
      {isAlone && nextCursor && (
        <p className="text-center">
          <LinkButton href={hrefOf({ ...wanted, cursor: nextCursor })} look="secondary">
            {t("more")}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function Empty({ section }: { section: ShopSection }) {
  const t = useTranslations("home");
  const [other, words] =
    section === "ON_SALE" ? (["OPENING", t("opening")] as const) : (["ON_SALE", t("onSale")] as const);
  return (
    <EmptyState
      title={t(`sections.${section}.empty`)}
      action={
        <LinkButton href={hrefOf({ section: other })} look="secondary">
          {words}
        </LinkButton>
      }
    >
      {t(`sections.${section}.next`)}
    </EmptyState>
  );
}

import { getTranslations } from "next-intl/server";
import { EventSection } from "#components/buyer/home/event-section.tsx";
import { FindBar } from "#components/buyer/home/find-bar.tsx";
import { OpeningHero } from "#components/buyer/home/opening-hero.tsx";
import { filterOf, hrefOf, isFiltered, type Wanted } from "#components/buyer/home/wanted.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { approximateNow } from "#server/platform/database/clock.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { BrowseEvents, SHOP_SECTIONS, type ShopSection } from "#server/shop/contract.ts";
import { browseEvents, listPlaces } from "#server/shop/queries.ts";

/** Sales open, sell out and end by the second. */
export const dynamic = "force-dynamic";

/** Events of each section on the first page, and on a page of one section. */
const FEW = 8;
const MANY = 24;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for. A part that cannot be meant is left out, so that an old or mistyped link shows the shop. */
function wantedOf(query: Query): Wanted {
  const { shape } = BrowseEvents;
  const part = <T,>(schema: { safeParse: (value: unknown) => { data?: T | undefined } }, name: string) =>
    query[name] === "" ? undefined : schema.safeParse(query[name]).data;
  const dayOf = (name: string) => part(shape.since, name) && String(query[name]);
  return {
    ...{
      section: part(shape.section, "section"),
      q: part(shape.search, "q"),
      place: part(shape.place, "place"),
    },
    ...{ from: dayOf("from"), until: dayOf("until"), cursor: part(shape.cursor, "cursor") },
  };
}

async function load(wanted: Wanted) {
  const ctx = createContext();
  const sections = wanted.section ? [wanted.section] : SHOP_SECTIONS;
  const paged = wanted.section ? { limit: MANY, cursor: wanted.cursor } : { limit: FEW };
  const [now, places, next, ...lists] = await Promise.all([
    approximateNow(ctx.db),
    listPlaces(ctx, {}),
    browseEvents(ctx, { section: "OPENING", limit: FEW }),
    ...sections.map(async (section) => ({
      section,
      ...(await browseEvents(ctx, { section, ...filterOf(wanted), ...paged })),
    })),
  ]);
  return { now: now.getTime(), places, hero: next.items[0], lists };
}

/** Sections that say so where they are empty; the others are left out of the first page. */
const ALWAYS: readonly ShopSection[] = ["ON_SALE", "OPENING"];

export default async function HomePage({ searchParams }: { searchParams: Promise<Query> }) {
  const wanted = wantedOf(await searchParams);
  const [t, { now, places, hero, lists }] = await Promise.all([getTranslations("home"), load(wanted)]);
  const isPlain = !wanted.section && !isFiltered(wanted);
  const isEmpty = lists.every(({ items }) => items.length === 0);
  const shown = lists.filter(
    ({ section, items }) => items.length > 0 || wanted.section || (isPlain && ALWAYS.includes(section)),
  );
  return (
    <div className="grid gap-10">
      <h1 className="sr-only">{t("title")}</h1>
      {isPlain && hero?.salesOpenAt && <OpeningHero event={hero} opensAt={hero.salesOpenAt} now={now} />}
      <FindBar wanted={wanted} places={places} now={now} />
      {isFiltered(wanted) && isEmpty ? (
        <EmptyState
          title={t("none.title")}
          action={
            <LinkButton href={hrefOf({ section: wanted.section })} look="secondary">
              {t("none.action")}
            </LinkButton>
          }
        >
          {t("none.body")}
        </EmptyState>
      ) : (
        shown.map(({ section, items, nextCursor }, index) => (
          <EventSection
            key={section}
            isFirst={index === 0}
            events={items}
            {...{ section, wanted, nextCursor, now }}
          />
        ))
      )}
    </div>
  );
}

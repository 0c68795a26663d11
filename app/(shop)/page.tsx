import { HomePage } from "#components/buyer/home/home-page.tsx";
import { asksOf, hrefOf, NEXT_OPENING, type Wanted } from "#components/buyer/home/wanted.ts";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { approximateNow } from "#server/platform/database/clock.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { BrowseEvents } from "#server/shop/contract.ts";
import { listPlaces } from "#server/shop/queries.ts";
import { LightPage } from "../light-page.tsx";

/** Sales open, sell out and end by the second. */
export const dynamic = "force-dynamic";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the address asks for. A part that cannot be meant is left out, so that an old or mistyped link shows the shop. */
function wantedOf(query: Query): Wanted {
  const { shape } = BrowseEvents;
  const part = <T,>(schema: { safeParse: (value: unknown) => { data?: T | undefined } }, name: string) =>
    query[name] === "" ? undefined : schema.safeParse(query[name]).data;
  const dayOf = (name: string) => (part(shape.since, name) ? String(query[name]) : undefined);
  return {
    ...{
      section: part(shape.section, "section"),
      q: part(shape.search, "q"),
      place: part(shape.place, "place"),
    },
    ...{ from: dayOf("from"), until: dayOf("until"), cursor: part(shape.cursor, "cursor") },
  };
}

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const wanted = wantedOf(await searchParams);
  const ctx = createContext();
  const [now, places] = await Promise.all([approximateNow(ctx.db), listPlaces(ctx, {})]);
  return (
    <PageMessages of={["catalog", "home"]}>
      <LightPage
        name="home"
        view={HomePage}
        key={hrefOf(wanted)}
        props={{ wanted, places, now: now.getTime() }}
        ahead={({ shop }, client) =>
          Promise.all(
            [NEXT_OPENING, ...asksOf(wanted)].map((ask) =>
              client.fetchQuery(shop.browseEvents.queryOptions(ask)),
            ),
          )
        }
      />
    </PageMessages>
  );
}

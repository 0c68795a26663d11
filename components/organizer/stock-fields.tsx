"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import type { z } from "zod";
import type { CreateEventSession, ManagedEventSession } from "#server/catalog/contract.ts";
import type { AppRouter } from "#server/router.ts";
import type { SeatMapId } from "#server/seat-maps/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import type { TextOf } from "../errors/problem-form.tsx";
import { useTRPC } from "../trpc/client.ts";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { loadPart } from "../ui/load-part.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { HOUSE } from "./house.ts";
import { ReloadButton } from "./reload-button.tsx";

const MAPS_SHOWN = 100;

/** Most event sessions sell counted tickets, and their form comes without what draws maps. */
const MapPicture = dynamic(
  loadPart(() => import("./map-picture.tsx").then((module) => module.MapPicture)),
  { loading: () => <Skeleton className="h-72" /> },
);

/** What a new event session sells: a number of tickets at one price, or the seats of a map. */
export function StockFields({ from }: { from?: ManagedEventSession | undefined }) {
  const t = useTranslations("organizer.session");
  const [kind, setKind] = useState<"counted" | "seats">(from?.seated ? "seats" : "counted");
  return (
    <div className="grid gap-5">
      <ChoiceCards
        legend={t("stockKind")}
        value={kind}
        onChange={setKind}
        options={[
          { value: "counted", label: t("counted"), hint: t("countedHint") },
          { value: "seats", label: t("seats.label"), hint: t("seats.hint") },
        ]}
      />
      {kind === "counted" ? <CountedFields from={from} /> : <SeatMapFields />}
    </div>
  );
}

function CountedFields({ from }: { from?: ManagedEventSession | undefined }) {
  const t = useTranslations("organizer.session");
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Field label={t("price")} name="price">
        <Input type="number" inputMode="numeric" defaultValue={from?.price} />
      </Field>
      <Field label={t("stock")} name="totalStock">
        <Input type="number" inputMode="numeric" defaultValue={from?.totalStock} />
      </Field>
    </div>
  );
}

/** Reads the maps again after the chosen one was changed by someone else; all other fields stay. */
export function ReloadSeatMaps() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return (
    <ReloadButton onReload={() => void queries.invalidateQueries({ queryKey: trpc.seatMaps.pathKey() })} />
  );
}

type SeatMap = inferRouterOutputs<AppRouter>["seatMaps"]["list"]["items"][number];

function SeatMapFields() {
  const t = useTranslations("organizer.session.seats");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<SeatMapId>();
  const asked = useDeferredValue(search.trim());
  const maps = useQuery(
    trpc.seatMaps.list.queryOptions(
      { limit: MAPS_SHOWN, ...(asked && { search: asked }) },
      { staleTime: 0, placeholderData: (before) => before },
    ),
  );
  if (!maps.data) return maps.error ? <ProblemAlert error={maps.error} /> : <Skeleton className="h-24" />;
  const { items, nextCursor } = maps.data;
  const seatMap = items.find(({ id }) => id === chosen);
  if (items.length === 0 && asked === "") return <p className="text-muted">{t("none")}</p>;
  return (
    <div className="grid gap-5">
      {(nextCursor !== null || search !== "") && (
        <Field label={t("search")}>
          <Input type="search" autoComplete="off" value={search} onValueChange={setSearch} />
        </Field>
      )}
      <Field label={t("map")} name="seatMapId" hint={t("mapHint")}>
        <Select
          value={seatMap?.id ?? ""}
          onChange={(event) => setChosen(event.currentTarget.value as SeatMapId)}
        >
          <option value="">{t("choose")}</option>
          {items.map(({ id, name, venue, seatCount }) => (
            <option key={id} value={id}>
              {t("option", { name, venue, count: seatCount })}
            </option>
          ))}
        </Select>
      </Field>
      {/* A map that was changed meanwhile proposes its own prices again. */}
      {seatMap && <Drawing key={`${seatMap.id} ${seatMap.version}`} seatMap={seatMap} />}
    </div>
  );
}

/** The chosen map: what its seats look like, and what each section costs in this event session. */
function Drawing({ seatMap }: { seatMap: SeatMap }) {
  const t = useTranslations("organizer.session.seats");
  const trpc = useTRPC();
  const drawing = useQuery(
    trpc.seatMaps.drawing.queryOptions(
      { seatMapId: seatMap.id },
      { staleTime: 0, refetchOnWindowFocus: false },
    ),
  );
  if (!drawing.data)
    return drawing.error ? <ProblemAlert error={drawing.error} /> : <Skeleton className="h-72" />;
  const { sections, flags } = drawing.data;
  const house = flags.filter((bits) => bits & HOUSE).length;
  return (
    <div className="grid gap-4">
      <MapPicture drawing={drawing.data} />
      <p className="numerals text-muted text-sm">
        {t("seats", { count: flags.length - house })}
        {house > 0 && ` · ${t("house", { count: house })}`}
      </p>
      <input type="hidden" name="seatMapVersion" value={seatMap.version} />
      <input type="hidden" name="seatMapSections" value={JSON.stringify(sections.map(({ name }) => name))} />
      <fieldset className="grid items-start gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-semibold text-[0.9375rem]">{t("prices")}</legend>
        {sections.map(({ name, price }, index) => (
          <Field key={name} label={t("priceOf", { name })} name={priceField(index)}>
            <Input type="number" inputMode="numeric" min={0} required defaultValue={price} />
          </Field>
        ))}
      </fieldset>
    </div>
  );
}

const priceField = (index: number) => `sectionPrice${index}`;

type Stock = Pick<z.input<typeof CreateEventSession>, "price" | "totalStock" | "seatMap">;

const numberIn = (text: TextOf, name: string) => Number(text(name) ?? Number.NaN);

/** What the form says is sold. */
export function stockIn(text: TextOf): Stock {
  const sections = text("seatMapSections");
  const seatMapId = text("seatMapId") as SeatMapId | undefined;
  if (sections === undefined || seatMapId === undefined)
    return { price: numberIn(text, "price"), totalStock: numberIn(text, "totalStock") };
  const names: readonly string[] = JSON.parse(sections);
  const prices = Object.fromEntries(names.map((name, index) => [name, numberIn(text, priceField(index))]));
  return { seatMap: { seatMapId, version: numberIn(text, "seatMapVersion"), prices } };
}

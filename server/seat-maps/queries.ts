import { and, eq, ilike, or } from "drizzle-orm";
import { seatMaps } from "#db/schema/seat-maps.ts";
import { createKeptAnswers } from "../platform/concurrency/kept-answers.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { defineList } from "../platform/operation/list.ts";
import type { Id } from "../platform/values/ids.ts";
import { textOf } from "../platform/values/text.ts";
import { mapSeatsOf } from "../seats/queries.ts";
import { bestInHall, countWished, type SeatWish } from "./best-available.policy.ts";
import { SeatMapDrawing, SeatMapFile, SeatMapInput, SeatMapListed, SeatMapView } from "./contract.ts";
import { seatMapCsv } from "./csv.policy.ts";
import { drawingOf } from "./drawing.policy.ts";
import { type Hall, hallOf } from "./hall.policy.ts";
import { requireOwner } from "./policy.ts";
import { findSeatMap, listedColumns } from "./store.ts";
import { SEAT_FLAGS } from "./values.ts";

export const listSeatMaps = defineList({
  id: "seat-maps.list-seat-maps",
  summary: "Seat maps, the one that was changed last first: an admin's are all, a seller's their own.",
  allow: role("ADMIN", "SELLER"),
  /** Words of the name or the venue. */
  filters: { search: textOf(200).optional() },
  item: SeatMapListed,
  titles: {
    id: ["배치도 ID", "Seat map id"],
    name: ["이름", "Name"],
    venue: ["공연장", "Venue"],
    seatCount: ["좌석 수", "Seats"],
    version: ["판", "Version"],
    ownerId: ["만든 사람 ID", "Owner id"],
    createdAt: ["만든 시각", "Made at"],
    updatedAt: ["바꾼 시각", "Changed at"],
  },
  sorts: { updatedAt: seatMaps.updatedAt },
  initialSort: "-updatedAt",
  key: seatMaps.id,
  rows: (ctx, { search }, { keys, after, orderBy, limit }) => {
    const { role, userId } = ctx.actor;
    const words = `%${search?.replace(/[\\%_]/g, "\\$&")}%`;
    return ctx.db
      .select({ ...listedColumns, ...keys })
      .from(seatMaps)
      .where(
        and(
          role === "ADMIN" ? undefined : eq(seatMaps.ownerId, userId),
          search ? or(ilike(seatMaps.name, words), ilike(seatMaps.venue, words)) : undefined,
          after,
        ),
      )
      .orderBy(...orderBy)
      .limit(limit);
  },
});

export const getSeatMap = defineQuery({
  id: "seat-maps.get-seat-map",
  summary: "A seat map with its sections, rows and seats.",
  isHeavy: () => true,
  allow: role("ADMIN", "SELLER"),
  input: SeatMapInput,
  output: SeatMapView,
  run: async (ctx, { seatMapId }) => requireOwner(ctx.actor, await findSeatMap(ctx, seatMapId)),
});

export const getSeatMapDrawing = defineQuery({
  id: "seat-maps.get-seat-map-drawing",
  summary: "A seat map in small numbers, as pages draw it.",
  isHeavy: () => true,
  allow: role("ADMIN", "SELLER"),
  input: SeatMapInput,
  output: SeatMapDrawing,
  run: async (ctx, { seatMapId }) =>
    drawingOf(requireOwner(ctx.actor, await findSeatMap(ctx, seatMapId)).plan),
});

export const exportSeatMap = defineQuery({
  id: "seat-maps.export-seat-map",
  summary: "A seat map as a CSV file, which can be imported again.",
  isHeavy: () => true,
  allow: role("ADMIN", "SELLER"),
  input: SeatMapInput,
  output: SeatMapFile,
  async run(ctx, { seatMapId }) {
    const { name, version, plan } = requireOwner(ctx.actor, await findSeatMap(ctx, seatMapId));
    return { name, version, csv: seatMapCsv(plan) };
  },
});

/** Event sessions whose seats a process keeps in their rows, each some megabytes at most. */
const HALLS_KEPT_MAX = 20;

type SessionSeat = Awaited<ReturnType<typeof readHall>>["seats"][number];
const halls = () => singleton("halls", () => createKeptAnswers<Hall<SessionSeat>>(HALLS_KEPT_MAX));

const readHall = async (ctx: AppContext, id: Id<"event_session">) =>
  hallOf(
    (await mapSeatsOf(ctx, id)).map((seat) => ({ ...seat, flags: SEAT_FLAGS.filter((flag) => seat[flag]) })),
  );

/**
 * The seats of an event session that was made from a map, to choose among. Nothing of them changes but their states, so
 * they are read once a process.
 */
export async function seatsToChoose(ctx: AppContext, id: Id<"event_session">) {
  const hall = await halls()(id, () => readHall(ctx, id));
  return {
    /** By their places. */
    seats: hall.seats,
    /** The places of the best of those that are free; undefined where too few are. */
    best: (wish: SeatWish, isFree: (place: number) => boolean) => bestInHall(hall, isFree, wish),
    /** How many of those that are free would do. */
    count: (wish: SeatWish, isFree: (place: number) => boolean) => countWished(hall, isFree, wish),
  };
}

import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { priceKrw, textOf } from "../platform/values/text.ts";
import { SEAT_NUMBER_LENGTH_MAX, SEAT_STATUSES, SEATS_MAX, SECTION_LENGTH_MAX } from "./values.ts";

export type SeatId = Id<"seat">;
export const seatId = idOf("seat");

export const NewSeat = z.strictObject({
  number: textOf(SEAT_NUMBER_LENGTH_MAX),
  section: textOf(SECTION_LENGTH_MAX),
  price: priceKrw,
});

/** The seats of a new event session. Their numbers are compared as they are kept: composed and trimmed. */
export const NewSeats = z
  .array(NewSeat)
  .min(1)
  .max(SEATS_MAX)
  .superRefine((seats, ctx) => {
    const first = new Map<string, number>();
    for (const [index, { number }] of seats.entries()) {
      const before = first.get(number);
      if (before === undefined) first.set(number, index);
      else
        ctx.addIssue({
          code: "custom",
          path: [index, "number"],
          message: `${number} is that of seat ${before} too`,
        });
    }
  });

/** A seat that someone holds or has bought. */
export const HeldSeat = z.object({
  id: seatId,
  number: z.string().meta({ description: "Names it in its event session: of a map, section-row-label." }),
  section: z.string(),
  row: z.string().nullable().meta({ description: "The label of its row; null without a seat map." }),
  label: z.string().nullable().meta({ description: "What is printed on it; null without a seat map." }),
  price: z.int().meta({ description: "KRW." }),
});
export type HeldSeat = z.output<typeof HeldSeat>;

/** What people call a seat, in both languages: section, row and seat of a map, else section and number. */
export const seatNames = ({
  section,
  row,
  label,
  number,
}: Pick<HeldSeat, "section" | "row" | "label" | "number">) =>
  row === null || label === null
    ? { ko: `${section} ${number}`, en: `${section} ${number}` }
    : { ko: `${section} ${row}열 ${label}번`, en: `${section}, row ${row}, seat ${label}` };

export const SeatView = HeldSeat.extend({ status: z.enum(SEAT_STATUSES) });
export type SeatView = z.output<typeof SeatView>;

/** An event session's stock is counted and has one price, or it is seats, each of which has its own: listed, or of a map. */
export const oneKindOfStock = [
  (stock: {
    readonly price?: number | undefined;
    readonly totalStock?: number | undefined;
    readonly seats?: readonly unknown[] | undefined;
    readonly seatMap?: object | undefined;
  }): boolean =>
    stock.seats || stock.seatMap
      ? !(stock.seats && stock.seatMap) && stock.price === undefined && stock.totalStock === undefined
      : stock.price !== undefined && stock.totalStock !== undefined,
  {
    path: ["totalStock"] as string[],
    message: "comes with price, or seats or a seatMap come instead of both",
  },
] as const;

/** From how many seats on a call that reads or writes all of them is heavy. */
const HEAVY_SEATS = 1_000;

export const isHeavyHall = (seatCount: number): boolean => seatCount > HEAVY_SEATS;

/** Whether a new event session, as it came from a client, has seats to be made. */
export const bringsSeats = (raw: unknown): boolean =>
  typeof raw === "object" && raw !== null && ("seats" in raw || "seatMap" in raw);

import { db } from "#db/client.ts";
import { checkEquations } from "#server/reports/queries.ts";
import { clients } from "#server/testing/clients.ts";
import { givenHall, hallOf } from "#server/testing/halls.ts";
import { holdRequests, holdsPerSecond, oneTransactionEach } from "./holds.ts";
import { type PreparedRequest, sendAll } from "./load.ts";
import type { Pair } from "./table.ts";

const SEATS_PER_ROW = 40;
const ROWS_PER_SECTION = 25;
/** A hold of one seat for each fifth seat of the hall. */
const SEATS_PER_HOLD = 5;
/** Of the best seats each buyer wants two. */
const BEST = 2;
const RUSH_BUYERS = 500;
const RUSH_CONNECTIONS = 500;
const REQUESTS_PER_BUYER = 10;

/** A hall whose seats every round sells again, as a plan. */
interface Hall {
  readonly plan: ReturnType<typeof hallOf>;
  readonly holds: number;
}

/**
 * A hall of about so many seats.
 * @param seats - how many
 */
export function openHall(seats: number): Hall {
  const rows = Math.max(1, Math.round(seats / SEATS_PER_ROW));
  const sections = Array.from(
    { length: Math.ceil(rows / ROWS_PER_SECTION) },
    (_, index) => `${index + 101}구역`,
  );
  const rowsPerSection = Math.ceil(rows / sections.length);
  return {
    plan: hallOf({ sections, rows: rowsPerSection, seatsPerRow: SEATS_PER_ROW }),
    holds: Math.floor((sections.length * rowsPerSection * SEATS_PER_ROW) / SEATS_PER_HOLD),
  };
}

/** Holds of one chosen seat a second: the API's, and the same rows written one transaction each. */
export async function benchSeatHolds(appUrl: string, { plan, holds }: Hall): Promise<Pair> {
  const buyers = await clients(holds);
  const hall = await givenHall({ plan });
  const figure = await holdsPerSecond(appUrl, buyers, {
    eventSession: hall,
    // From all over the hall, as people choose.
    wishOf: (buyer) => ({ seatIds: [hall.ids[buyer * SEATS_PER_HOLD]] }),
  });
  const other = await givenHall({ plan });
  return { figure, baseline: await oneTransactionEach(other, buyers, other.ids) };
}

/** Holds of the best two seats a second. */
export async function benchBest(appUrl: string, { plan, holds }: Hall): Promise<number> {
  const eventSession = await givenHall({ plan });
  const wishOf = () => ({ bestAvailable: { quantity: BEST } });
  return holdsPerSecond(appUrl, await clients(holds), { eventSession, wishOf });
}

/** What became of a rush. */
interface SeatRush {
  readonly latenciesMs: readonly number[];
  /** The seats that were wanted, and how many of them were held. */
  readonly seats: number;
  readonly held: number;
  readonly brokenEquations: readonly string[];
}

/** Everyone at once for few seats, by what each buyer wants. */
export const rushForSeats: Readonly<Record<string, (appUrl: string) => Promise<SeatRush>>> = {
  "500 buyers for 50": (appUrl) => rush(appUrl, 50, 1),
  "5,000 requests for one": (appUrl) => rush(appUrl, 1, REQUESTS_PER_BUYER),
};

async function rush(appUrl: string, seats: number, requestsEach: number): Promise<SeatRush> {
  const { id, ids } = await givenHall({ plan: hallOf({ rows: 5, seatsPerRow: 20 }) });
  const buyers = await clients(RUSH_BUYERS);
  const requests: PreparedRequest[] = [];
  for (let round = 0; round < requestsEach; round += 1)
    requests.push(...(await holdRequests(buyers, { id }, (buyer) => ({ seatIds: [ids[buyer % seats]] }))));
  const { latenciesMs, statuses } = await sendAll(appUrl, requests, RUSH_CONNECTIONS);
  const faults = Object.keys(statuses).filter((status) => status !== "201" && status !== "409");
  if (faults.length > 0) throw new Error(`not all were answered 201 or 409: ${JSON.stringify(statuses)}`);
  const equations = await checkEquations(db);
  return {
    ...{ latenciesMs, seats, held: statuses["201"] ?? 0 },
    brokenEquations: equations.filter(({ broken }) => broken > 0).map(({ name }) => name),
  };
}

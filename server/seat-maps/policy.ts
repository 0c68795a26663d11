import type { Actor } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import type { SeatMapPlan, SeatMapPlanInput } from "./contract.ts";
import { completePlan, planFaults } from "./plan.policy.ts";
import type { PlanFaultCode } from "./values.ts";

/** What one seller may have; operators have no such limit. */
export const SEAT_MAPS_PER_SELLER_MAX = 200;

const FAULTS: Readonly<Record<PlanFaultCode, string>> = {
  too_many_seats: "a map has no more seats than this",
  section_unknown: "no section has this id",
  section_twice: "another section has this name or id",
  section_empty: "the section has no seats",
  row_twice: "another row of the section has this label",
  seat_twice: "another seat is called so",
  position_twice: "another seat of the row is at this position",
  place_twice: "another seat has these coordinates",
  coordinates_partial: "either every seat has both coordinates or none has any",
};

/**
 * The plan with what was left out.
 * @throws `invalid_argument` (400) with the place in the plan and the `rule`, for the first fault
 */
export function requireSound(given: SeatMapPlanInput): SeatMapPlan {
  const plan = completePlan(given);
  const [fault] = planFaults(plan);
  if (!fault) return plan;
  const { code, section, row, seat, found } = fault;
  const path = [
    "plan",
    ...(section === undefined ? [] : ["sections", section]),
    ...(row === undefined ? [] : ["rows", row]),
    ...(seat === undefined ? [] : ["seats", seat]),
  ].join(".");
  throw platformErrors.invalid_argument({ path, rule: code, found, problem: `${FAULTS[code]} (${found})` });
}

/**
 * The map, where this person may see and change it: an admin every map, a seller their own.
 * @throws `not_found` (404) for all others
 */
export function requireOwner<M extends { readonly ownerId: string }>(
  actor: Actor,
  seatMap: M | undefined,
): M {
  const isTheirs =
    actor.kind === "user" &&
    (actor.role === "ADMIN" || (actor.role === "SELLER" && actor.userId === seatMap?.ownerId));
  if (!seatMap || !isTheirs) throw platformErrors.not_found({ what: "seat map" });
  return seatMap;
}

/**
 * Refuses a change of a map that someone else has changed since the caller read it.
 * @throws `changed_meanwhile` (409)
 */
export function requireVersion(
  seatMap: { readonly version: number; readonly updatedAt: Date },
  readVersion: number,
): void {
  if (seatMap.version !== readVersion)
    throw platformErrors.changed_meanwhile({ at: seatMap.updatedAt.toISOString() });
}

/** How many seats a plan has. */
export const countSeats = ({ rows }: SeatMapPlan): number =>
  rows.reduce((sum, { seats }) => sum + seats.length, 0);

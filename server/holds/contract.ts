import { z } from "zod";
import { eventSessionId } from "../catalog/contract.ts";
import { type Id, idOf } from "../platform/ids.ts";
import { instantOut } from "../platform/text.ts";
import { holdMachine } from "./machine.ts";

export type HoldId = Id<"hold">;
export const holdId = idOf("hold");

/** No event session lets one buyer have more; a larger number is a mistake, not a wish. */
const QUANTITY_MAX = 100;

export const HoldTickets = z.strictObject({
  sessionId: eventSessionId,
  quantity: z.int().min(1).max(QUANTITY_MAX),
  queueToken: z.string().min(1).max(1000),
});

export type HoldTickets = z.output<typeof HoldTickets>;

export const HoldInput = z.strictObject({ holdId });

export const ActiveHoldInput = z.strictObject({ sessionId: eventSessionId });

export const Hold = z.object({
  holdId,
  sessionId: eventSessionId,
  quantity: z.int(),
  status: z.enum(holdMachine.states),
  expiresAt: instantOut,
});
export type Hold = z.output<typeof Hold>;

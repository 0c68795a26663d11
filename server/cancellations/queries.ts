import { z } from "zod";
import { getManagedEvent } from "../catalog/queries.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { Cancellation, CancellationsOfEvent } from "./contract.ts";
import { findCancellations } from "./store.ts";

export const listCancellations = defineQuery({
  id: "cancellations.list",
  summary: "The cancelled event sessions of an event, and how far their refunds are.",
  allow: role("ADMIN", "SELLER"),
  input: CancellationsOfEvent,
  output: z.array(Cancellation),
  async run(ctx, { eventId }) {
    await getManagedEvent(ctx, { eventId });
    return findCancellations(ctx, eventId);
  },
});

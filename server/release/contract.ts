import { z } from "zod";
import { instantIn, instantOut } from "../platform/values/text.ts";
import { OFFER_MINUTES_MAX, OFFER_MINUTES_MIN, RELEASE_POLICIES, RELEASE_TIMES_MAX } from "./values.ts";

export const Release = z.strictObject({
  policy: z.enum(RELEASE_POLICIES).default("AT_ONCE"),
  /** Announced times, of SCHEDULED alone. */
  times: z.array(instantIn).max(RELEASE_TIMES_MAX).default([]),
  /** How long an offer of the waiting list can be accepted. */
  offerMinutes: z.int().min(OFFER_MINUTES_MIN).max(OFFER_MINUTES_MAX).default(720),
});
export type Release = z.output<typeof Release>;

/** A release policy as clients see it. */
export const ReleaseView = z.object({
  policy: z
    .enum(RELEASE_POLICIES)
    .meta({ description: "Who gets what comes back once everything was taken." }),
  times: z.array(instantOut).meta({ description: "Announced times that lie ahead; of SCHEDULED alone." }),
  offerMinutes: z.int().meta({ description: "How long an offer of the waiting list can be accepted." }),
});

import { z } from "zod";
import { RANDOM_TEXT, variable } from "#server/platform/config/env-declaration.ts";

/** The variables of those who watch the product from outside. */
export const observability = {
  METRICS_TOKEN: variable({
    schema: z.string().optional(),
    expects: RANDOM_TEXT,
    unset:
      "`GET /api/metrics` answers programs on this machine alone, and nobody where `APP_URL` is not this machine; with it, who sends `Authorization: Bearer` and this token",
    secret: true,
  }),
};

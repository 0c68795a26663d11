import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/router.ts";

/** An order with everything that belongs to it and happened to it. */
export type OrderReport = inferRouterOutputs<AppRouter>["reports"]["order"];

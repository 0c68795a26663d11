import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/router.ts";

/** Every role, from the least to the most. */
export const ROLES = ["USER", "SELLER", "ADMIN"] as const satisfies readonly PersonReport["role"][];

/** A person with their latest orders and what happened to their account. */
export type PersonReport = inferRouterOutputs<AppRouter>["reports"]["person"];

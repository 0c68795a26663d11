import type { inferRouterOutputs } from "@trpc/server";
import type { PurchaseStanding } from "#server/checkout/contract.ts";
import type { AppRouter } from "#server/router.ts";

/** A purchase as the pages get it. */
export type PurchaseView = inferRouterOutputs<AppRouter>["checkout"]["purchase"];

type Payable = Extract<PurchaseStanding, "held" | "paying" | "declined">;
/** The standings in which a purchase can no longer be paid for. */
export type SettledStanding = Exclude<PurchaseStanding, Payable>;

export const isPayable = (standing: PurchaseStanding): standing is Payable =>
  standing === "held" || standing === "paying" || standing === "declined";

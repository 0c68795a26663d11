import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { given } from "../testing/given.ts";
import { givenPhoneLines, givenSeller, verifyAtCoupang } from "../testing/integration.ts";
import { moveSession } from "./commands/move-session.ts";
import type { IntegrationState } from "./machine.ts";

const ROLES = ["seller", "admin"] as const;
type Steps = Partial<Record<IntegrationState, readonly (typeof ROLES)[number][]>>;

const BY_SYSTEM = [] as const;
const EARLY_ENDS: Steps = { CANCELLED: ["seller", "admin"], FAILED: ["admin"], EXPIRED: BY_SYSTEM };
const LINE_ENDS: Steps = { ...EARLY_ENDS, LOCK_TIMEOUT: BY_SYSTEM };

/** docs/spec/seller-integration.md#states, written by hand: the steps from each state, and which people may make them. */
const EXPECTED: Record<IntegrationState, Steps> = {
  REQUESTED: { INFO_ENTERING: ["seller"], ...EARLY_ENDS },
  INFO_ENTERING: { WAITING_FOR_LOCK: ["seller"], ...EARLY_ENDS },
  WAITING_FOR_LOCK: { LOCKED: BY_SYSTEM, ...EARLY_ENDS },
  LOCKED: { SMS_RECEIVED: BY_SYSTEM, ...LINE_ENDS },
  SMS_RECEIVED: { EMAIL_WAITING: ["seller"], ...LINE_ENDS },
  EMAIL_WAITING: { EMAIL_RECEIVED: BY_SYSTEM, ...LINE_ENDS },
  EMAIL_RECEIVED: { VERIFYING: ["seller"], ...LINE_ENDS },
  VERIFYING: { COMPLETED: ["seller"], ...LINE_ENDS },
  COMPLETED: {},
  LOCK_TIMEOUT: {},
  FAILED: {},
  CANCELLED: {},
  EXPIRED: {},
};
const STATES = Object.keys(EXPECTED) as IntegrationState[];
const HOLDING: readonly IntegrationState[] = [
  "LOCKED",
  "SMS_RECEIVED",
  "EMAIL_WAITING",
  "EMAIL_RECEIVED",
  "VERIFYING",
];
const TO_COMPLETED: readonly IntegrationState[] = [
  ...(["INFO_ENTERING", "WAITING_FOR_LOCK"] as const),
  ...HOLDING,
  "COMPLETED",
];

/** The states on the way from REQUESTED to `state`. */
function wayTo(state: IntegrationState): readonly IntegrationState[] {
  if (state === "LOCK_TIMEOUT") return [...wayTo("LOCKED"), state];
  if (state === "FAILED" || state === "CANCELLED" || state === "EXPIRED") return [state];
  return TO_COMPLETED.slice(0, TO_COMPLETED.indexOf(state) + 1);
}

/** A session that stands at `state`, with the only phone line where it holds one; where it does not, none is free. */
async function standAt(state: IntegrationState) {
  await givenPhoneLines(HOLDING.includes(state) ? 1 : 0);
  const seller = await givenSeller();
  for (const step of wayTo(state))
    await db.execute(sql`update integration_sessions set state = ${step} where id = ${seller.id}`);
  await db.execute(sql`
    update phone_lines set holder_id = ${seller.id}, locked_at = app_now(),
      lock_expires_at = app_now() + interval '1 minute'`);
  return seller;
}

describe.each(STATES)("from %s", (from) => {
  const steps = EXPECTED[from];

  it.each(ROLES)("a step that is not %s's is refused, and changes nothing", async (role) => {
    const admin = await given.person("ADMIN");
    const seller = await standAt(from);
    const who = role === "seller" ? seller.person : admin;
    for (const to of STATES.filter((other) => other !== from && !steps[other]?.includes(role))) {
      const reason = steps[to] ? "step_not_yours" : "illegal_transition";
      await expect(moveSession(who.ctx(), { id: seller.id, status: to }), to).rejects.toMatchObject({
        reason,
      });
    }
    expect(await seller.now()).toMatchObject({ status: from });
  });

  const allowed = STATES.flatMap((to) => (steps[to] ?? []).map((role) => [to, role] as const));
  it.runIf(allowed.length > 0).each(allowed)("to %s is a step of the %s", async (to, role) => {
    const admin = await given.person("ADMIN");
    const seller = await standAt(from);
    if (to === "COMPLETED") await verifyAtCoupang(seller);
    const who = role === "seller" ? seller.person : admin;
    expect(await moveSession(who.ctx(), { id: seller.id, status: to })).toMatchObject({ status: to });
  });
});

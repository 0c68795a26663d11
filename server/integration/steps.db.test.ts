import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { given } from "../testing/given.ts";
import { givenPhoneLines, givenSeller, verifyAtCoupang } from "../testing/integration.ts";
import { ownerDb } from "../testing/owner.ts";
import { moveSession } from "./commands/move-session.ts";
import { integrationSessionMachine as machine } from "./machine.ts";

/** Makes a session stand at a state, by the shortest legal way. */
async function standAt(state: string) {
  const seller = await givenSeller();
  const paths: string[][] = [["REQUESTED"]];
  const way = () => paths.find((path) => path.at(-1) === state);
  for (const path of paths) {
    if (way()) break;
    for (const next of machine.targets(path.at(-1) as typeof machine.initial))
      if (!path.includes(next)) paths.push([...path, next]);
  }
  for (const step of way()?.slice(1) ?? [])
    await db.execute(sql`update integration_sessions set state = ${step} where id = ${seller.id}`);
  if (machine.allows(state as typeof machine.initial, "LOCK_TIMEOUT"))
    await db.execute(sql`
      update phone_lines set holder_id = ${seller.id}, locked_at = app_now(),
        lock_expires_at = app_now() + interval '1 minute'`);
  return seller;
}

describe.each(machine.states.map((from) => [from]))("from %s", (from) => {
  it("each step is a seller's, an admin's or the system's as the machine says, and no other is one", async () => {
    const admin = await given.person("ADMIN");
    for (const to of machine.states.filter((other) => other !== from)) {
      for (const role of ["seller", "admin"] as const) {
        // None is free: anyone who waits goes on waiting.
        await givenPhoneLines(machine.allows(from, "LOCK_TIMEOUT") ? 1 : 0);
        const seller = await standAt(from);
        await verifyAtCoupang(seller);
        const who = role === "seller" ? seller.person : admin;
        const moved = await moveSession(who.ctx(), { id: seller.id, status: to }).catch(
          (error) => error.reason,
        );
        if (!machine.allows(from, to))
          expect(`${to} ${role} ${moved}`).toBe(`${to} ${role} illegal_transition`);
        else if (!machine.mayEnter(to, role))
          expect(`${to} ${role} ${moved}`).toBe(`${to} ${role} step_not_yours`);
        else expect(moved.status).toBe(to);
        await ownerDb.execute(sql`truncate integration_sessions, integration_messages, phone_lines cascade`);
      }
    }
  });
});

import { expect, it } from "vitest";
import { nameOf } from "#db/privacy/declare.ts";
import { tableUses } from "#db/privacy/tables.ts";
import { createContext } from "../../platform/operation/context.ts";
import { aLogin, anAccount, reasonOf } from "../../testing/accounts.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { copyData } from "./copy-data.ts";

async function aBuyer() {
  const login = await aLogin(await anAccount(), { ip: "203.0.113.9", userAgent: "my browser" });
  const person: Person = {
    userId: login.actor.userId,
    ctx: (idempotencyKey = newKey()) => createContext({ actor: login.actor, idempotencyKey }),
  };
  return { login, person };
}

it("has every row of the caller and no row of another", async () => {
  const [one, other] = [await aBuyer(), await aBuyer()];
  const { id: sessionId } = await given.saleOpen({ stock: 9 });
  const mine = await given.paidOrder(one.person, sessionId, 2);
  const theirs = await given.paidOrder(other.person, sessionId, 1);
  const { tables, withheld, loginSessions, cut, userId } = await copyData(one.login.ctx(), {});
  expect(userId).toBe(one.person.userId);
  expect(Object.keys(tables).sort()).toEqual(
    tableUses
      .filter(({ owners }) => owners.length > 0)
      .map(({ table }) => nameOf(table))
      .sort(),
  );
  expect(tables.users).toMatchObject([{ id: one.person.userId, email: one.login.account.email }]);
  expect(tables.orders).toMatchObject([{ id: mine.orderId, amount_krw: 100_000 }]);
  expect(tables.payments).toMatchObject([{ id: mine.paymentId, pg_payment_id: mine.pgPaymentId }]);
  expect(tables.tickets).toHaveLength(2);
  expect(tables.holds).toMatchObject([{ id: mine.holdId }]);
  expect(tables.payment_callbacks).toMatchObject([{ pg_payment_id: mine.pgPaymentId }]);
  expect(tables.idempotency_keys?.length).toBeGreaterThan(1);
  expect(tables.state_history?.map(({ entity }) => entity)).toEqual(
    expect.arrayContaining(["order", "payment", "hold"]),
  );
  expect(tables.transmissions?.map(({ aggregate_id }) => aggregate_id)).toContain(mine.orderId);
  // Of the copy itself they are actor and target.
  const acts = tables.audit_log?.map(({ seq }) => seq) ?? [];
  expect(tables.audit_log).toContainEqual(expect.objectContaining({ action: "privacy.copy-data" }));
  expect(new Set(acts).size).toBe(acts.length);
  expect(loginSessions).toMatchObject([{ ip: "203.0.113.9", userAgent: "my browser" }]);
  expect(cut).toEqual([]);
  const text = JSON.stringify({ tables, loginSessions });
  for (const foreign of [other.person.userId, other.login.account.email, theirs.orderId, theirs.pgPaymentId])
    expect(text).not.toContain(foreign);
  expect(text).not.toContain("argon2");
  expect(withheld).toContainEqual(expect.objectContaining({ table: "users", column: "password_hash" }));
});

it("is given as rarely to one who asks many times at once", async () => {
  const { login } = await aBuyer();
  const answers = await Promise.all(Array.from({ length: 9 }, () => reasonOf(copyData(login.ctx(), {}))));
  expect(answers.filter((answer) => answer === "rate_limited")).toHaveLength(4);
});

it("is given a few times an hour, and to no one who is not logged in", async () => {
  const { login } = await aBuyer();
  const answers: unknown[] = [];
  for (let copy = 0; copy < 6; copy++) answers.push(await reasonOf(copyData(login.ctx(), {})));
  expect(answers.filter((answer) => answer === "rate_limited")).toHaveLength(1);
  expect(answers.at(-1)).toBe("rate_limited");
  expect(await reasonOf(copyData(createContext(), {}))).toBe("unauthorized");
});

import { expect, it } from "vitest";
import { createContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { moveScript, rotateScript } from "./lua.ts";
import { type LoginSessionState, loginSessionMachine } from "./machine.ts";

const { redis } = createContext();
const FAR = Date.now() * 2;

async function aHash(status: string, endsAt = FAR): Promise<string> {
  const key = `session:{${newId("login_session")}}`;
  await redis.hset(key, { status, endsAt, updatedAt: 1, reason: "as it was" });
  return key;
}

const pairs = loginSessionMachine.states.flatMap((from) =>
  loginSessionMachine.states.map((to): [LoginSessionState, LoginSessionState] => [from, to]),
);

it.each(pairs)(
  "moves %s to %s as the machine says, and otherwise leaves the hash alone",
  async (from, to) => {
    const key = await aHash(from);
    const answer = await moveScript(redis, key, to, "a test");
    const kept = await redis.hgetall(key);
    if (loginSessionMachine.allows(from, to)) {
      expect(answer).toEqual(["moved", from]);
      expect(kept).toMatchObject({ status: to, reason: "a test" });
      expect(Number(kept.updatedAt)).toBeGreaterThan(1);
      return;
    }
    expect(answer).toEqual(from === to ? ["same", to] : ["illegal", from]);
    expect(kept).toEqual({ status: from, endsAt: String(FAR), updatedAt: "1", reason: "as it was" });
  },
);

it.each(["ACTIVE", "SUSPENDED"] as const)("takes %s past its end for EXPIRED", async (from) => {
  const key = await aHash(from, 5);
  expect(await moveScript(redis, key, "REVOKED", "")).toEqual(["illegal", "EXPIRED"]);
  expect(await moveScript(redis, key, "EXPIRED", "")).toEqual(["moved", from]);
});

it("makes nothing of a login session that is gone", async () => {
  const key = `session:{${newId("login_session")}}`;
  expect(await moveScript(redis, key, "REVOKED", "")).toEqual(["missing"]);
  expect(await rotateScript(redis, key, "a", "b", 1, 1, "USER")).toEqual(["refused", null]);
  expect(await redis.exists(key)).toBe(0);
});

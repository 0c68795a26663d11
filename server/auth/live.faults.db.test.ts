import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createContext } from "#server/platform/operation/context.ts";
import { redis } from "#server/platform/redis/redis.ts";
import { until } from "#server/testing/until.ts";
import { aLogin, anAccount } from "../testing/accounts.ts";
import { moveLoginSession } from "./commands/move-login-session.ts";
import { openAuthority } from "./live.ts";

// Looks so seldom that only word from Redis, or its coming back, can have ended a call here.
vi.mock("./policy.ts", async (original) => ({ ...(await original<object>()), AUTHORITY_LOOK_MS: 3_600_000 }));

// Hoisted above the imports, whose modules read the settings as they load.
const servers = await vi.hoisted(async () => (await import("#server/testing/servers.ts")).startOwnServers());

type Login = Awaited<ReturnType<typeof aLogin>>;
let admin: Login;
beforeAll(async () => {
  admin = await aLogin(await anAccount("ADMIN"));
});
afterAll(async () => {
  const { closeAll } = await import("#server/platform/concurrency/singleton.ts");
  await closeAll();
  await servers.stop();
  vi.doUnmock("./policy.ts");
});

/** A call that lasts, which Redis has said may go on. */
async function givenOpen() {
  const login = await aLogin(await anAccount());
  const authority = openAuthority(createContext(), login.actor);
  await authority.confirm();
  return { authority, id: login.actor.loginSessionId };
}

const restart = async () => {
  await servers.restartRedis();
  await until(() =>
    redis.ping().then(
      () => true,
      () => false,
    ),
  );
};

const hasEnded = async ({ signal }: { readonly signal: AbortSignal }) => {
  await until(() => signal.aborted);
  return (signal.reason as { reason: string }).reason;
};

it("outlives a restart of Redis, and still hears of its end", async () => {
  const { authority, id } = await givenOpen();
  await restart();
  await authority.confirm();
  expect(authority.signal.aborted).toBe(false);
  const heard = async () =>
    Number(((await redis.call("pubsub", "numsub", "login-sessions")) as unknown[])[1]) > 0;
  await until(heard);
  await moveLoginSession(admin.ctx(), { loginSessionId: id, to: "REVOKED" });
  expect(await hasEnded(authority)).toBe("login_session_ended");
});

it("ends when Redis is back, where word of its end was lost with the connection", async () => {
  const { authority, id } = await givenOpen();
  // By hand, so that no message goes out.
  await redis.hset(`session:{${id}}`, "status", "REVOKED");
  expect(authority.signal.aborted).toBe(false);
  await restart();
  expect(await hasEnded(authority)).toBe("login_session_ended");
});

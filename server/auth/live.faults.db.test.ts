import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type OwnServers, startOwnServers } from "#server/testing/servers.ts";

// Looks so seldom that only word from Redis, or its coming back, can have ended a call here.
vi.mock("./policy.ts", async (original) => ({ ...(await original<object>()), AUTHORITY_LOOK_MS: 3_600_000 }));

const servers: OwnServers = await startOwnServers();
// Imported late: these modules read where the servers are.
const { createContext } = await import("#server/platform/operation/context.ts");
const { redis } = await import("#server/platform/redis/redis.ts");
const { until } = await import("#server/testing/until.ts");
const { moveLoginSession } = await import("./commands/move-login-session.ts");
const { openAuthority } = await import("./live.ts");
const { aLogin, anAccount } = await import("./testing.ts");

type Login = Awaited<ReturnType<typeof aLogin>>;
let admin: Login;
beforeAll(async () => {
  admin = await aLogin(await anAccount("ADMIN"));
});
afterAll(async () => {
  const { closeAll } = await import("#server/platform/concurrency/singleton.ts");
  await closeAll();
  await servers.stop();
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

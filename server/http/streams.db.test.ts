import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { endLoginSession } from "../auth/commands/end-login-session.ts";
import { grantRole } from "../auth/commands/grant-role.ts";
import { logOut } from "../auth/commands/log-out.ts";
import { moveLoginSession } from "../auth/commands/move-login-session.ts";
import { movePerson } from "../auth/commands/move-person.ts";
import { signAccessToken } from "../auth/tokens.ts";
import { createContext } from "../platform/operation/context.ts";
import { redis } from "../platform/redis/redis.ts";
import { appRouter } from "../router.ts";
import { aLogin, anAccount, type Login } from "../testing/accounts.ts";
import { type ApiProcess, startApi } from "../testing/api-processes.ts";
import { given } from "../testing/given.ts";
import { givenHall } from "../testing/halls.ts";
import { givenPhoneLines, givenSeller } from "../testing/integration.ts";
import { patient } from "../testing/patience.ts";
import { listenTo, listenUntilTold } from "../testing/streams.ts";
import { until } from "../testing/until.ts";
import { createApp } from "./app.ts";
import { openStream, STREAMS_PER_USER } from "./streams.ts";

// Sooner than in the app, so that a test sees a look that no message asks for.
vi.mock("../auth/policy.ts", async (original) => ({
  ...(await original<object>()),
  AUTHORITY_LOOK_MS: 1000,
}));

let server: Server;
let here: string;
/** Another app process: what ends a login in this one ends its streams too. */
let other: ApiProcess;
beforeAll(async () => {
  server = createServer(getRequestListener(createApp().fetch)).listen(0, "127.0.0.1");
  await once(server, "listening");
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  other = await startApi();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await other.stop();
  vi.doUnmock("../auth/policy.ts");
});
beforeEach(() => givenPhoneLines(1));

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Someone who is logged in and holds a phone line, so that an SMS is told to their stream. */
async function aSeller() {
  const login = await aLogin(await anAccount());
  const seller = await givenSeller({ userId: login.actor.userId, ctx: login.ctx });
  await seller.queue();
  const open = async (url = here, token = login.grant.accessToken) => {
    const stream = await listenUntilTold(url, "integration.watch", { id: seller.id }, bearer(token));
    return stream;
  };
  return { login, seller, open };
}

const admin = async () => (await aLogin(await anAccount("ADMIN"))).ctx();

const endings: Record<string, [by: (login: Login) => Promise<unknown>, reason: string]> = {
  "the login session is revoked": [
    async ({ actor: { loginSessionId } }) =>
      moveLoginSession(await admin(), { loginSessionId, to: "REVOKED" }),
    "login_session_ended",
  ],
  "the login session is suspended": [
    async ({ actor: { loginSessionId } }) =>
      moveLoginSession(await admin(), { loginSessionId, to: "SUSPENDED" }),
    "login_session_suspended",
  ],
  "its owner ends it from another device": [
    async ({ account, actor: { loginSessionId } }) =>
      endLoginSession((await aLogin(account)).ctx(), { loginSessionId }),
    "login_session_ended",
  ],
  "its owner logs out": [({ ctx }) => logOut(ctx(), {}), "login_session_ended"],
  "the person is suspended": [
    async ({ account }) => movePerson(await admin(), { userId: account.id, to: "SUSPENDED" }),
    "login_session_ended",
  ],
  "the role changes": [
    async ({ account }) => grantRole(await admin(), { userId: account.id, role: "SELLER" }),
    "role_changed",
  ],
};

describe("a stream", () => {
  it.each(Object.entries(endings))("ends in every process when %s", async (_, [end, reason]) => {
    const { login, seller, open } = await aSeller();
    const streams = [await open(), await open(other.url)];
    const told = streams.map(({ data }) => data.length);
    await end(login);
    for (const stream of streams) expect(await stream.ended).toBe(reason);
    await seller.sms("246802");
    expect(streams.map(({ data }) => data.length)).toEqual(told);
  });

  it("ends with its access token, and goes on with a fresh one", async () => {
    const { login, seller, open } = await aSeller();
    const { userId, loginSessionId } = login.actor;
    const token = await signAccessToken({ userId, loginSessionId }, patient(2));
    const stream = await listenTo(here, "integration.watch", { id: seller.id }, bearer(token));
    expect(await stream.ended).toBe("access_token_invalid");
    (await open()).close();
  });

  it("tells nothing more though word of its end was lost", async () => {
    const { login, seller, open } = await aSeller();
    const stream = await open(other.url);
    // By hand, so that no message goes out.
    await redis.hset(`session:{${login.actor.loginSessionId}}`, "status", "REVOKED");
    await seller.sms("975310");
    expect(await stream.ended).toBe("login_session_ended");
    expect(JSON.stringify(stream.data)).not.toContain("975310");
  });

  it("ends though word of its end was lost and nothing happens", async () => {
    const { login, open } = await aSeller();
    const stream = await open();
    await redis.hset(`session:{${login.actor.loginSessionId}}`, "status", "REVOKED");
    expect(await stream.ended).toBe("login_session_ended");
  });

  it("tells nothing while Redis cannot say whether it may", async () => {
    const { seller, open } = await aSeller();
    const stream = await open();
    redis.disconnect();
    await seller.sms("864209").finally(() => until(async () => (await stream.ended) === "unavailable"));
    await redis.connect();
    expect(JSON.stringify(stream.data)).not.toContain("864209");
  });

  it("is refused to a person who has many, who is not kept from anything else", async () => {
    const { login, open } = await aSeller();
    const streams = await Promise.all(Array.from({ length: STREAMS_PER_USER }, () => open()));
    const { id } = await given.saleOpen();
    const headers = bearer(login.grant.accessToken);
    const one = () => listenTo(here, "queue.watch", { eventSessionId: id }, headers);
    const refused = await one();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const asked = await fetch(`${here}/api/queue/serving?sessionId=${id}`, { headers });
    expect(asked.status).toBe(200);
    streams[0]?.close();
    await until(async () => {
      const next = await one();
      next.close();
      return next.status === 200;
    });
    for (const stream of streams) stream.close();
  });
});

/** What each subscription is opened with by someone who may; a new one belongs here. */
const inputs: Record<string, (owner: Login) => Promise<unknown>> = {
  "queue.watch": async () => ({ eventSessionId: (await given.saleOpen()).id }),
  "integration.watch": async ({ actor, ctx }) => ({
    id: (await givenSeller({ userId: actor.userId, ctx })).id,
  }),
  "holds.watchSeats": async () => ({ id: (await givenHall()).id }),
  "notifications.watch": async () => ({}),
};
/** Those that tell each caller of their own things. */
const ofTheCaller = ["notifications.watch"];
interface Procedure {
  readonly _def: { readonly type: string; readonly meta?: { readonly public: boolean } };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
const subscriptions = procedures.filter(([, { _def }]) => _def.type === "subscription");

describe.each(subscriptions)("the subscription %s", (path, { _def }) => {
  const isPublic = _def.meta?.public === true;

  it(`is ${isPublic ? "for everyone" : "for its owner alone"}, and ends with the login`, async () => {
    const owner = await aLogin(await anAccount());
    const input = await inputs[path]?.(owner);
    expect(input).toBeDefined();
    const open = (headers?: Record<string, string>) => listenTo(here, path, input, headers);
    const stranger = await open();
    const another = await open(bearer((await aLogin(await anAccount())).grant.accessToken));
    const mine = await listenUntilTold(here, path, input, bearer(owner.grant.accessToken));
    if (isPublic) {
      await until(() => stranger.data.length > 0 && another.data.length > 0);
      for (const stream of [stranger, another]) stream.close();
    } else {
      expect(await stranger.ended).toBe("unauthorized");
      expect(stranger.data).toEqual([]);
    }
    if (ofTheCaller.includes(path)) another.close();
    else if (!isPublic) {
      expect(await another.ended).toBe("not_found");
      expect(another.data).toEqual([]);
    }
    const forged = await open(bearer(`${owner.grant.accessToken}x`));
    expect(await forged.ended).toBe("access_token_invalid");
    await logOut(owner.ctx(), {});
    expect(await mine.ended).toBe("login_session_ended");
  });
});

it("opens no more streams for one network than it may have, counted by /64 for all who ask, and others' all the same", async () => {
  const app = new Hono().get("/", async (c) => {
    const stranger = createContext({ ip: c.req.query("from") ?? "" });
    return openStream(c, stranger, { perNetwork: 3 }).then(
      () => c.text("open"),
      ({ reason }: { reason: string }) => c.text(reason),
    );
  });
  const opened = new Map<string, AbortController>();
  const open = async (from: string) => {
    const closing = new AbortController();
    const answer = await app.request(
      new Request(`http://shop.test/?from=${from}`, { signal: closing.signal }),
    );
    opened.set(from, closing);
    return answer.text();
  };
  for (const host of [1, 2, 3]) expect(await open(`2001:db8:0:7::${host}`)).toBe("open");
  expect(await open("2001:db8:0:7::4")).toBe("too_many_streams");
  expect(await open("2001:db8:0:8::1")).toBe("open");
  // A refused request took no place, and gives none back.
  opened.get("2001:db8:0:7::4")?.abort();
  expect(await open("2001:db8:0:7::4")).toBe("too_many_streams");
  opened.get("2001:db8:0:7::2")?.abort();
  expect(await open("2001:db8:0:7::4")).toBe("open");
  for (const closing of opened.values()) closing.abort();
});

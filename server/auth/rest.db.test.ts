import { Writable } from "node:stream";
import pino from "pino";
import { expect, it } from "vitest";
import { credentialsRoutes } from "../credentials/rest.ts";
import type { CookieToSet, RestExchange } from "../platform/http/rest.ts";
import { createContext } from "../platform/operation/context.ts";
import { newEmail, PASSWORD } from "../testing/accounts.ts";
import { authRoutes } from "./rest.ts";
import { cookieNames } from "./tokens.ts";

/** A browser in front of the routes: it keeps cookies and sends them back. */
function browser(ctx = createContext()) {
  const jar = new Map<string, CookieToSet>();
  const exchange: RestExchange = {
    header: () => "",
    takesCookies: true,
    rawBody: "",
    cookie: (name) => jar.get(name)?.value,
    setCookie: (cookie) => {
      if (cookie.maxAgeSeconds === 0) jar.delete(cookie.name);
      else jar.set(cookie.name, cookie);
    },
  };
  const post = async (path: string, body: Record<string, unknown> = {}) => {
    const route = [...credentialsRoutes, ...authRoutes].find((known) => known.path === path);
    if (!route) throw new Error(`no route ${path}`);
    const { output } = await route.operation.execute(ctx, route.input?.(exchange, body) ?? body);
    return route.answer?.(exchange, output, ctx) ?? output;
  };
  return { jar, post };
}

it("logs a browser in, keeps it in and out again through cookies alone", async () => {
  const { jar, post } = browser();
  const credentials = { email: newEmail(), password: PASSWORD };
  await post("/auth/signup", credentials);
  expect(await post("/auth/login", credentials)).toEqual({ accessToken: expect.any(String), expiresIn: 600 });
  expect([...jar.values()]).toEqual([
    { name: "seonchak_access", path: "/", maxAgeSeconds: 600, value: expect.any(String) },
    { name: "seonchak_refresh", path: "/api/auth", maxAgeSeconds: 30 * 24 * 3600, value: expect.any(String) },
    {
      ...{ name: "seonchak_viewer", path: "/", maxAgeSeconds: 30 * 24 * 3600, isReadable: true },
      value: expect.stringMatching(/^user_/),
    },
  ]);
  const before = jar.get("seonchak_refresh")?.value;
  expect(await post("/auth/refresh")).toEqual({ accessToken: expect.any(String), expiresIn: 600 });
  expect(jar.get("seonchak_refresh")?.value).not.toBe(before);
  await post("/auth/logout");
  expect(jar.size).toBe(0);
  await expect(post("/auth/refresh", { refreshToken: before })).rejects.toMatchObject({ status: 401 });
  await post("/auth/logout");
});

it("lets a client without cookies refresh with the token in the body", async () => {
  const first = browser();
  const credentials = { email: newEmail(), password: PASSWORD };
  await first.post("/auth/signup", credentials);
  await first.post("/auth/login", credentials);
  const refreshToken = first.jar.get("seonchak_refresh")?.value;
  expect(await browser().post("/auth/refresh", { refreshToken })).toHaveProperty("accessToken");
});

it("binds the cookies to https and to this very host where the app is served so", () => {
  expect(cookieNames("https://seonchak.example")).toEqual({
    access: "__Host-seonchak_access",
    refresh: "__Secure-seonchak_refresh",
    viewer: "__Host-seonchak_viewer",
  });
  expect(cookieNames("http://localhost:3000")).toEqual({
    access: "seonchak_access",
    refresh: "seonchak_refresh",
    viewer: "seonchak_viewer",
  });
});

it("writes no password, hash, token or e-mail into the log", async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (line, _, done) => {
      lines.push(String(line));
      done();
    },
  });
  const { jar, post } = browser(createContext({ log: pino({ level: "trace" }, sink) }));
  const credentials = { email: newEmail(), password: PASSWORD };
  await post("/auth/signup", credentials);
  await post("/auth/signup", credentials).catch(() => undefined);
  await post("/auth/login", { ...credentials, password: "Wrong1234" }).catch(() => undefined);
  await post("/auth/login", credentials);
  await post("/auth/refresh");
  const secrets = [...jar.values()].filter(({ isReadable }) => !isReadable).map(({ value }) => value);
  await post("/auth/logout");
  const written = lines.join("");
  expect(written).toContain("auth.log-in");
  for (const secret of [...secrets, ...Object.values(credentials), "Wrong1234", "argon2"])
    expect(written).not.toContain(secret);
});

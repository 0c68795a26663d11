import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { patient } from "#server/testing/patience.ts";
import { freePort, isFree, localAddress, withLoopbackUnproxied } from "./loopback.ts";

it.each([
  [undefined, "http://localhost:3000"],
  ["0.0.0.0", "http://localhost:3000"],
  ["::", "http://localhost:3000"],
  ["127.0.0.1", "http://localhost:3000"],
  ["192.168.0.10", "http://192.168.0.10:3000"],
  ["fd00::1", "http://[fd00::1]:3000"],
])("an app on %s is reached at %s", (HOST, address) => {
  expect(localAddress({ PORT: 3000, HOST })).toBe(address);
});

describe("a port", () => {
  it.each([undefined, "127.0.0.1", "localhost"])("that is found can be listened on at %s", async (HOST) => {
    const PORT = await freePort();
    expect(PORT).toBeGreaterThan(0);
    expect(await isFree({ PORT, HOST })).toBe(true);
  });

  it.each(["127.0.0.1", "0.0.0.0", "::"])("is not free while a server on %s has it", async (host) => {
    const server = createServer().listen(0, host);
    await once(server, "listening");
    const { port: PORT } = server.address() as { port: number };
    expect(await Promise.all([isFree({ PORT }), isFree({ PORT, HOST: "127.0.0.1" })])).toEqual([
      false,
      false,
    ]);
    server.close();
    await once(server, "close");
    expect(await isFree({ PORT, HOST: "127.0.0.1" })).toBe(true);
  });
});

describe("an environment that names a proxy", () => {
  it.each([
    [{}, "localhost,127.0.0.1,::1"],
    [{ NO_PROXY: "example.com, localhost" }, "example.com,localhost,127.0.0.1,::1"],
    [{ no_proxy: "a", NO_PROXY: "b" }, "a,localhost,127.0.0.1,::1"],
  ])("with %j keeps calls to this machine from it", (given, list) => {
    expect(withLoopbackUnproxied(given as NodeJS.ProcessEnv)).toEqual({ NO_PROXY: list, no_proxy: list });
  });

  it(
    "leads no call to this machine to the proxy, of the launcher or of the app",
    async () => {
      const app = createServer((_, response) => response.end("here")).listen(0, "127.0.0.1");
      await once(app, "listening");
      const url = `http://127.0.0.1:${(app.address() as { port: number }).port}`;
      const proxy = `http://127.0.0.1:${await freePort()}`;
      const env = {
        NODE_ENV: "test",
        NODE_USE_ENV_PROXY: "1",
        HTTP_PROXY: proxy,
        http_proxy: proxy,
      } as const;
      const says = async (script: string, environment: NodeJS.ProcessEnv) =>
        (
          await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
            env: environment,
          })
        ).stdout.trim();
      const module = new URL("./loopback.ts", import.meta.url).href;
      const launcher = `console.log(await (await import("${module}")).answersAt("${url}", 5000))`;
      const child = `console.log(await fetch("${url}").then((r) => r.text(), () => "lost"))`;
      expect(await says(launcher, env)).toBe("true");
      expect(await says(child, env)).toBe("lost");
      expect(await says(child, withLoopbackUnproxied(env))).toBe("here");
      app.close();
    },
    patient(20_000),
  );
});

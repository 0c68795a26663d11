import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { canListenOn, freePort } from "./ports.ts";

describe("ports", () => {
  it("finds one that can be listened on", async () => {
    const port = await freePort();
    expect(port).toBeGreaterThan(0);
    expect(await canListenOn(port)).toBe(true);
  });

  it.each(["127.0.0.1", "0.0.0.0", "::"])("sees that a server on %s has taken one", async (host) => {
    const server = createServer().listen(0, host);
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    expect(await canListenOn(port)).toBe(false);
    server.close();
    await once(server, "close");
    expect(await canListenOn(port)).toBe(true);
  });
});

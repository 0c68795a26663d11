import { once } from "node:events";
import { createAdaptorServer } from "@hono/node-server";
import canonicalize from "canonicalize";
import { Hono } from "hono";
import { type FunctionConfig, readFunctions, signedHeaders } from "../job-runner/gateways/inngest.ts";
import exchanges from "./inngest-exchanges.json" with { type: "json" };
import { type Exchange, requireDescribed } from "./inngest-protocol.ts";

/** What a server 1.43 and an app said to each other, ids replaced. */
export const recorded = exchanges as unknown as readonly (Exchange & { readonly what: string })[];

/** A small Inngest server: it takes registrations, and asks the app what a real one was recorded to ask. */
export async function givenInngestServer(signingKey: string) {
  const known: { url?: string; functions: readonly FunctionConfig[]; registrations: number } = {
    functions: [],
    registrations: 0,
  };
  let refuses = false;
  const app = new Hono();
  app.get("/health", (c) => c.json({ status: 200, message: "OK" }));
  app.post("/fn/register", async (c) => {
    if (refuses || !c.req.header("authorization")) return c.json({ error: "Unauthorized", status: 401 }, 401);
    const { functions, url } = await c.req.json();
    Object.assign(known, { url, functions: readFunctions(functions) });
    known.registrations++;
    return c.json({ ok: true });
  });
  const listen = async (port = 0) => {
    const listening = createAdaptorServer({ fetch: app.fetch }).listen(port, "127.0.0.1");
    await once(listening, "listening");
    return listening;
  };
  let server = await listen();
  const { port } = server.address() as { port: number };

  return {
    known,
    url: `http://127.0.0.1:${port}`,
    /** Its key is another one from now on, or the app's again. */
    refuse(does: boolean) {
      refuses = does;
    },
    forget: () => Object.assign(known, { url: undefined, functions: [] }),
    async stop() {
      server.close();
      await once(server, "close");
    },
    async start() {
      server = await listen(port);
    },
    /** Sends a recorded request for a function, as if now. @returns the exchange, held to the protocol */
    async ask(ask: (request: Request) => Promise<Response>, fnId: string, { request }: Exchange) {
      const text = canonicalize(request.body) ?? "";
      const url = new URL(request.path, known.url);
      url.searchParams.set("fnId", fnId);
      const headers = { ...request.headers, ...signedHeaders(text, signingKey) };
      const response = await ask(new Request(url, { method: request.method, headers, body: text }));
      const answer = {
        ...{ status: response.status, headers: Object.fromEntries(response.headers) },
        body: await response.json(),
      };
      const exchange = { request: { ...request, path: `${url.pathname}${url.search}` }, answer };
      requireDescribed(exchange);
      return answer;
    },
  };
}

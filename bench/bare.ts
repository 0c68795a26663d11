import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

/** The least that an answer costs on this server: Hono on Node's http with a constant body. */
const body = process.env.BODY ?? "";
const app = new Hono().get("/", (c) => c.body(body, 200, { "content-type": "application/json" }));
createServer(getRequestListener(app.fetch)).listen(Number(process.env.PORT), "127.0.0.1", () =>
  process.send?.("listening"),
);

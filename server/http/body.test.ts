import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { bodyOf } from "./body.ts";

it.each([
  ["of known length", "Content-Length: 10\r\n\r\n{"],
  ["in parts", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"],
])("a client that goes away within a body %s is no fault of the shop", async (_, rest) => {
  const app = new Hono();
  const refusal = new Promise((resolve) => {
    app.post("/", async (c) => {
      await bodyOf(c).catch(resolve);
      return c.body(null);
    });
  });
  const server = createServer(getRequestListener(app.fetch));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const arrived = once(server, "request");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\n${rest}`);
  await arrived;
  socket.destroy();
  expect(await refusal).toMatchObject({ reason: "invalid_argument", status: 400 });
  server.close();
});

import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, it, vi } from "vitest";
import { createApp } from "../../http/app.ts";
import { given } from "../../testing/given.ts";
import { getReceiver } from "../queries.ts";
import { receiveTransmission } from "./receive-transmission.ts";
import { setReceiver } from "./set-receiver.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const SECRETS = vi.hoisted(() => {
  const secrets = ["the-newest-of-the-secrets-of-all-time", "the-one-that-is-on-its-way-out-of-use"];
  vi.stubEnv("DATA_PLATFORM_SECRET", secrets.join(","));
  return secrets;
});

const app = createApp();
const BODY = '{"orderId":"order_1"}';

function send(id: string, { secret = SECRETS[0] ?? "", sent = BODY } = {}) {
  const at = new Date();
  const headers = {
    ...{ "webhook-id": id, "webhook-type": "OrderCompleted" },
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret, { format: "raw" }).sign(id, at, BODY),
  };
  return app.fetch(
    new Request("http://app/api/sandbox/data-platform", { method: "POST", headers, body: sent }),
  );
}

it("takes in what any of the secrets signed, and marks what it had already", async () => {
  const admin = await given.person("ADMIN");
  expect((await send("transmission_a")).status).toBe(200);
  expect((await send("transmission_a", { secret: SECRETS[1] ?? "" })).status).toBe(200);
  const { received, duplicates } = await getReceiver(admin.ctx(), {});
  expect(received.filter(({ messageId }) => messageId === "transmission_a")).toMatchObject([
    { messageId: "transmission_a", type: "OrderCompleted", duplicate: true },
    { messageId: "transmission_a", body: BODY, duplicate: false },
  ]);
  expect(duplicates).toBe(1);
});

it("refuses what is signed wrongly or changed, and keeps nothing of it", async () => {
  const admin = await given.person("ADMIN");
  expect((await send("transmission_b", { secret: "a-secret-of-nobody-in-particular" })).status).toBe(401);
  expect((await send("transmission_b", { sent: '{"orderId":"order_2"}' })).status).toBe(401);
  await expect(
    receiveTransmission(admin.ctx(), { "webhook-id": "transmission_b", rawBody: "" }),
  ).rejects.toMatchObject({
    reason: "bad_signature",
  });
  const { received } = await getReceiver(admin.ctx(), {});
  expect(received.filter(({ messageId }) => messageId === "transmission_b")).toEqual([]);
});

it.each([
  ["begins with a byte order mark", Buffer.from(`\ufeff${BODY}`), 200],
  ["is in another encoding", Buffer.from('{"title":"\xb9\xae\xc0\xda"}', "latin1"), 400],
])("checks the bytes as they came where a body %s", async (_, body, status) => {
  const [id, timestamp] = ["transmission_c", String(Math.floor(Date.now() / 1000))];
  const signature = createHmac("sha256", SECRETS[0] ?? "")
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest("base64");
  const response = await app.request("/api/sandbox/data-platform", {
    method: "POST",
    headers: { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` },
    body: new Uint8Array(body),
  });
  expect(response.status).toBe(status);
});

it.each([
  ["error500", 500, false],
  ["error404", 404, false],
  ["busy", 429, false],
  ["down", 503, false],
  ["hang", 200, true],
] as const)("as %s answers %i, and what it refused it does not have", async (mode, status, taken) => {
  const admin = await given.person("ADMIN");
  await setReceiver(admin.ctx(), { mode });
  const response = await send(`transmission_${mode}`);
  expect(response.status).toBe(status);
  await response.body?.cancel();
  const { received } = await getReceiver(admin.ctx(), {});
  expect(received[0]).toMatchObject({ messageId: `transmission_${mode}`, mode, taken });
  await setReceiver(admin.ctx(), { mode: "normal" });
});

it("is switched and read by admins alone", async () => {
  const buyer = await given.person();
  await expect(setReceiver(buyer.ctx(), { mode: "down" })).rejects.toMatchObject({ reason: "forbidden" });
  await expect(getReceiver(buyer.ctx(), {})).rejects.toMatchObject({ reason: "forbidden" });
});

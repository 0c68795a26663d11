import { once } from "node:events";
import { createAdaptorServer } from "@hono/node-server";
import { beforeEach, expect, it, vi } from "vitest";
import { createApp } from "#server/http/app.ts";
import { givenPhoneLines, givenSeller } from "#server/testing/integration.ts";
import { getCoupangVendor } from "../queries.ts";
import { enterCode } from "./enter-code.ts";
import { sendCode } from "./send-code.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const port = await vi.hoisted(async () => {
  const { freePort } = await import("#scripts/services/loopback.ts");
  const port = await freePort();
  vi.stubEnv("APP_URL", `http://127.0.0.1:${port}`);
  return port;
});

await once(createAdaptorServer({ fetch: createApp().fetch }).listen(port, "127.0.0.1"), "listening");

beforeEach(() => givenPhoneLines(1));

async function givenLocked() {
  const seller = await givenSeller();
  const { phoneNumber, inbox } = await seller.queue();
  const { person, vendorId } = seller;
  const to = { sms: phoneNumber ?? "", email: inbox ?? "" };
  return {
    ...seller,
    send: (channel: "sms" | "email", fault: "none" | "wrong" | "twice" | "never" = "none") =>
      sendCode(person.ctx(), { vendorId, channel, to: to[channel], fault }),
    enter: async (channel: "sms" | "email", code: string | null) =>
      (await enterCode(person.ctx(), { vendorId, channel, code: code ?? "" })).accepted,
    proved: () => getCoupangVendor(person.ctx(), { vendorId }),
  };
}

it("sends the codes through the gateways' webhooks, and knows the account once it has seen both", async () => {
  const seller = await givenLocked();
  await seller.send("sms");
  const { smsCode } = await seller.now();
  expect(await seller.enter("email", smsCode)).toBe(false);
  expect(await seller.enter("sms", smsCode)).toBe(true);
  await seller.move("EMAIL_WAITING");
  await seller.send("email", "twice");
  const { emailCode } = await seller.now();
  expect(await seller.enter("email", emailCode)).toBe(true);
  expect(await seller.proved()).toEqual({ smsVerified: true, emailVerified: true });
  await seller.move("VERIFYING");
  expect(await seller.move("COMPLETED")).toMatchObject({ status: "COMPLETED" });
});

it("takes no code that it did not send, and a new one makes the old one worthless", async () => {
  const seller = await givenLocked();
  await seller.send("sms", "wrong");
  expect(await seller.enter("sms", (await seller.now()).smsCode)).toBe(false);
  await seller.send("sms");
  const { smsCode } = await seller.now();
  await seller.send("sms", "never");
  expect((await seller.now()).smsCode).toBe(smsCode);
  expect(await seller.enter("sms", smsCode)).toBe(false);
});

import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readWebhook, signWebhook } from "./webhook.ts";
import { isWebhookSecret } from "./webhook-keys.ts";

const STANDARD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const OLDER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const PLAIN = "any other text of at least 32 characters as it stands";
const Said = z.object({ said: z.string() });
const BODY = '{"said":"선착"}';

/** A gateway that signs with a library of the standard, given the same text as we are. */
function gatewaySends(secret: string, body = BODY, id = "msg_1", at = new Date()) {
  const key = secret === PLAIN ? new Webhook(secret, { format: "raw" }) : new Webhook(secret);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": key.sign(id, at, body),
    rawBody: body,
  };
}

describe("a webhook's secret", () => {
  it.each([
    ["the standard's own text", STANDARD, STANDARD],
    ["any other text", PLAIN, PLAIN],
    ["the newer of two", `${STANDARD},${OLDER}`, STANDARD],
    ["the older of two", `${STANDARD}, ${OLDER}`, OLDER],
    ["the text that was there before the standard's", `${STANDARD},${PLAIN}`, PLAIN],
  ])("lets a gateway in that was given %s", (_, ours, theirs) => {
    expect(readWebhook(gatewaySends(theirs), ours, Said)).toEqual({ said: "선착" });
  });

  it("is not the text after the prefix, and not one that was retired", () => {
    const asText = { ...gatewaySends(STANDARD), "webhook-signature": "" };
    asText["webhook-signature"] = new Webhook(STANDARD, { format: "raw" }).sign("msg_1", new Date(), BODY);
    expect(() => readWebhook(asText, STANDARD, Said)).toThrow(expect.objectContaining({ status: 401 }));
    expect(() => readWebhook(gatewaySends(OLDER), STANDARD, Said)).toThrow(
      expect.objectContaining({ status: 401 }),
    );
  });

  it.each([STANDARD, OLDER])("signs what we send so that a library given %s verifies it", (theirs) => {
    const { rawBody, ...headers } = signWebhook({ said: "선착" }, `${STANDARD},${OLDER}`, "msg_2");
    expect(new Webhook(theirs).verify(rawBody, headers)).toEqual({ said: "선착" });
  });

  it.each([
    [STANDARD, true],
    [PLAIN, true],
    [`${STANDARD},${PLAIN}`, true],
    ["비밀번호처럼 긴 글자도 있는 그대로 서른두 자", true],
    ["whsec_", false],
    ["whsec_not base64!", false],
    [`${STANDARD},`, false],
    ["", false],
  ])("may be %j: %s", (text, fits) => {
    expect(isWebhookSecret(text)).toBe(fits);
  });
});

it.each([
  ["{", 400, "malformed_json"],
  ["", 400, "malformed_json"],
  ["not json", 400, "malformed_json"],
  ["[]", 400, "invalid_argument"],
  ['{"said":1}', 400, "invalid_argument"],
])("tells a signed body that is %j from an unsigned one: %i", (body, status, reason) => {
  expect(() => readWebhook(gatewaySends(STANDARD, body), STANDARD, Said)).toThrow(
    expect.objectContaining({ status, reason }),
  );
  const unsigned = { ...gatewaySends(STANDARD, body), "webhook-signature": "v1,AAAA" };
  expect(() => readWebhook(unsigned, STANDARD, Said)).toThrow(
    expect.objectContaining({ status: 401, reason: "bad_signature" }),
  );
});

it.each([-301_000, 301_000])("refuses one of %i ms from now", (ms) => {
  expect(() =>
    readWebhook(gatewaySends(STANDARD, BODY, "msg_3", new Date(Date.now() + ms)), STANDARD, Said),
  ).toThrow(expect.objectContaining({ reason: "bad_signature" }));
});

import { expect, it } from "vitest";
import { importKeys, readCode } from "#components/door/read-code.ts";
import { newId } from "../platform/values/ids.ts";
import { movingKeyOf, movingSecretOf, readTicket, signTicket, ticketKey } from "./tokens.ts";
import { movingCode } from "./values.ts";

it("signs codes that a door reads with the public key alone, as the server does", async () => {
  const claims = { ticketId: newId("ticket"), eventSessionId: newId("event_session"), version: 1 };
  const qr = await signTicket(claims);
  expect(await readTicket(qr)).toEqual(claims);
  const { ticketId, eventSessionId: sessionId } = claims;
  const keys = await importKeys([await ticketKey()]);
  const door = { eventSessionId: sessionId, movingKey: movingKeyOf(sessionId) };
  const moving = await movingCode(qr, await movingSecretOf(claims), Date.now());
  for (const code of [qr, moving])
    expect(await readCode(code, keys, door)).toMatchObject({
      ticketId,
      sessionId,
      version: 1,
      isUnproven: false,
    });
  const changed = qr.replace(/\.(.)/, (_, first: string) => `.${first === "A" ? "B" : "A"}`);
  expect(await readCode(changed, keys, door)).toBe("forged");
  await expect(readTicket(changed)).rejects.toMatchObject({ reason: "forged_ticket" });
});

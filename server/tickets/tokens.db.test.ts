import { expect, it } from "vitest";
import { importKeys, readCode } from "#components/door/read-code.ts";
import { newId } from "../platform/values/ids.ts";
import { readTicket, signTicket, ticketKey } from "./tokens.ts";

it("signs codes that a door reads with the public key alone, as the server does", async () => {
  const claims = { ticketId: newId("ticket"), eventSessionId: newId("event_session"), version: 1 };
  const qr = await signTicket(claims);
  expect(await readTicket(qr)).toEqual(claims);
  const { ticketId, eventSessionId: sessionId } = claims;
  const keys = await importKeys([await ticketKey()]);
  expect(await readCode(qr, keys)).toEqual({ ticketId, sessionId });
  const changed = qr.replace(/\.(.)/, (_, first: string) => `.${first === "A" ? "B" : "A"}`);
  expect(await readCode(changed, keys)).toBe("forged");
  await expect(readTicket(changed)).rejects.toMatchObject({ reason: "forged_ticket" });
});

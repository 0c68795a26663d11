import { eq } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { phoneLines } from "#db/schema/integration.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { ensurePhoneLines } from "./ensure-phone-lines.ts";

// Hoisted above the imports, whose modules read the settings as they load.
vi.hoisted(() => vi.stubEnv("PHONE_LINES", "010-1234-5678=One@codes.test, +82 010 8765 4321=two@codes.test"));

afterEach(() => vi.restoreAllMocks());

it("brings in the lines of the settings, once, however many processes start", async () => {
  const ctx = systemContext("start");
  const said = vi.spyOn(ctx.log, "error");
  await Promise.all([ensurePhoneLines(ctx), ensurePhoneLines(ctx)]);
  await ensurePhoneLines(ctx);
  expect(said).not.toHaveBeenCalled();
  const lines = await db.select().from(phoneLines).orderBy(phoneLines.phoneNumber);
  expect(lines.map(({ phoneNumber, inbox }) => `${phoneNumber} ${inbox}`)).toEqual([
    "+821012345678 one@codes.test",
    "+821087654321 two@codes.test",
  ]);
});

it("says which lines of the settings are another's since before", async () => {
  const ctx = systemContext("start");
  await ensurePhoneLines(ctx);
  await db.update(phoneLines).set({ inbox: "old@codes.test" }).where(eq(phoneLines.inbox, "two@codes.test"));
  const said = vi.spyOn(ctx.log, "error").mockReturnValue(undefined);
  await ensurePhoneLines(ctx);
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ numbers: ["+821087654321"] }));
  await db.update(phoneLines).set({ inbox: "two@codes.test" }).where(eq(phoneLines.inbox, "old@codes.test"));
});

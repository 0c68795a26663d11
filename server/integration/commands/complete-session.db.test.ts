import { beforeEach, expect, it, vi } from "vitest";

vi.stubEnv("SANDBOX", "on");
// Imported late: these modules read the setting above.
const { users } = await import("#db/schema/accounts.ts");
const { db } = await import("#db/client.ts");
const { givenPhoneLines, givenSeller, verifyAtCoupang } = await import("../../testing/integration.ts");
const { createEvent } = await import("../../catalog/commands/create-event.ts");
const { createContext } = await import("../../platform/context.ts");
const { newId } = await import("../../platform/ids.ts");
const { eq } = await import("drizzle-orm");
const { requireConnected } = await import("./complete-session.ts");

beforeEach(() => givenPhoneLines(1));

it("asks the marketplace only at the step that needs it", async () => {
  const seller = await givenSeller();
  const row = { state: "LOCKED", vendorId: seller.vendorId } as Parameters<typeof requireConnected>[1];
  await expect(requireConnected(createContext(), row)).resolves.toBeUndefined();
  await expect(requireConnected(createContext(), { ...row, state: "VERIFYING" })).rejects.toMatchObject({
    reason: "not_connected_yet",
  });
});

it("makes a buyer a seller, who can create an event", async () => {
  const seller = await givenSeller();
  await seller.queue();
  await seller.toVerifying();
  await verifyAtCoupang(seller.vendorId);
  await Promise.all([seller.move("COMPLETED"), seller.move("COMPLETED")]);
  const [user] = await db.select().from(users).where(eq(users.id, seller.person.userId));
  const actor = {
    kind: "user",
    ...{ userId: seller.person.userId, loginSessionId: newId("login_session") },
    role: user?.role ?? "USER",
  } as const;
  const event = { title: "첫 공연", description: "판매자의 첫 공연", venue: "서울" };
  expect(await createEvent(createContext({ actor }), event)).toMatchObject({ title: "첫 공연" });
});

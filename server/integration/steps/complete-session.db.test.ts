import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { createEvent } from "../../catalog/commands/create-event.ts";
import { createContext } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { clock } from "../../testing/clock.ts";
import { givenPhoneLines, givenSeller, verifyAtCoupang } from "../../testing/integration.ts";
import { enterDetails } from "../commands/enter-details.ts";
import { requireProof } from "../gateways/configured.ts";
import { myAccounts } from "../queries.ts";

beforeEach(() => givenPhoneLines(1));

it("asks the marketplace only at the step that needs it, and of its seller", async () => {
  const seller = await givenSeller();
  const { person, vendorId, id } = seller;
  const row = { id, state: "LOCKED", userId: person.userId, vendorId } as Parameters<typeof requireProof>[1];
  await expect(requireProof(person.ctx(), row, undefined)).resolves.toBeUndefined();
  await expect(requireProof(person.ctx(), { ...row, state: "VERIFYING" }, undefined)).rejects.toMatchObject({
    reason: "not_connected_yet",
  });
});

it("is proved by the codes of this very session: neither another one's nor any message will do", async () => {
  const first = await givenSeller();
  await first.queue();
  await first.toVerifying();
  await verifyAtCoupang(first);
  await first.move("CANCELLED");
  // What comes right after a hand-over is shown to no one: it may still be the last holder's.
  await clock.move(31);
  const again = await givenSeller(first.person, first.vendorId);
  await again.queue();
  await again.toVerifying();
  await expect(again.move("COMPLETED")).rejects.toMatchObject({ reason: "not_connected_yet" });
  await verifyAtCoupang(again);
  expect(await again.move("COMPLETED")).toMatchObject({ status: "COMPLETED" });
});

it("takes no account from another: a session that was begun before is told that the vendor is connected", async () => {
  const [stranger, owner] = [await givenSeller(), await givenSeller()];
  await stranger.move("INFO_ENTERING");
  await owner.queue();
  await owner.toVerifying();
  await verifyAtCoupang(owner);
  await owner.move("COMPLETED");
  const details = { id: stranger.id, vendorId: owner.vendorId };
  await expect(enterDetails(stranger.person.ctx(), details)).rejects.toMatchObject({
    reason: "vendor_connected",
  });
  expect(await myAccounts(owner.person.ctx(), {})).toMatchObject([{ vendorId: owner.vendorId }]);
  expect(await givenSeller(owner.person, owner.vendorId)).toMatchObject({ vendorId: owner.vendorId });
});

it("is proved by keys that are entered with the last step, where the marketplace has them", async () => {
  const seller = await givenSeller();
  await seller.queue();
  await seller.toVerifying();
  const keys = (accessKey: string) => ({ accessKey, secretKey: "secret-of-key" });
  await expect(seller.move("COMPLETED", { keys: keys("somebody-elses") })).rejects.toMatchObject({
    reason: "keys_refused",
  });
  await seller.move("COMPLETED", { keys: keys(`${seller.vendorId}-key1`) });
  expect(await myAccounts(seller.person.ctx(), {})).toMatchObject([{ accessKeyMasked: "••••key1" }]);
});

it("makes a buyer a seller, who can create an event", async () => {
  const seller = await givenSeller();
  await seller.queue();
  await seller.toVerifying();
  await verifyAtCoupang(seller);
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

import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { guestLists, guests } from "#db/schema/guests.ts";
import { auditLog } from "#db/schema/platform.ts";
import { newId } from "../../platform/values/ids.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { listGuests } from "../queries.ts";
import { GUEST_PEOPLE_MAX, GUESTS_MAX } from "../values.ts";
import { addGuest } from "./add-guest.ts";
import { revokeGuest } from "./revoke-guest.ts";

async function givenList() {
  const seller = await given.person("SELLER");
  const { id: eventSessionId } = await given.saleOpen({ by: seller, startsInHours: 3 });
  const add = (name: string, more: { note?: string; people?: number } = {}) =>
    addGuest(seller.ctx(), { eventSessionId, name, ...more });
  return { seller, eventSessionId, add, list: () => listGuests(seller.ctx(), { eventSessionId }) };
}

it("puts guests on the list of operators and the seller of the event alone, and takes no stock", async () => {
  const { seller, eventSessionId, add, list } = await givenList();
  const [other, admin] = [await given.person("SELLER"), await given.person("ADMIN")];
  const guest = await add("홍길동".normalize("NFD"), { note: "가족", people: 3 });
  await addGuest(admin.ctx(), { eventSessionId, name: "김하나" });
  const hidden = { reason: "not_found" };
  await expect(addGuest(other.ctx(), { eventSessionId, name: "박둘" })).rejects.toMatchObject(hidden);
  await expect(listGuests(other.ctx(), { eventSessionId })).rejects.toMatchObject(hidden);
  await expect(revokeGuest(other.ctx(), { id: guest.id })).rejects.toMatchObject(hidden);
  expect(await list()).toMatchObject({
    guests: [
      { name: "김하나", people: 1 },
      { name: "홍길동", note: "가족", people: 3 },
    ],
    counts: { listed: 4, came: 0, inside: 0 },
  });
  await revokeGuest(seller.ctx(), { id: guest.id });
  expect((await list()).counts.listed).toBe(1);
  await expectEquationsHold();
});

it("keeps names out of the audit log, which is kept for good", async () => {
  const { eventSessionId, add } = await givenList();
  const guest = await add("길이남을이름", { note: "비밀 메모" });
  const rows = await db.select().from(auditLog).where(eq(auditLog.target, eventSessionId));
  expect(JSON.stringify(rows)).toContain(guest.id);
  expect(JSON.stringify(rows)).not.toMatch(/길이남을이름|비밀 메모/);
});

it("tells people of one name apart by their notes, and takes one back who was taken off", async () => {
  const { seller, add } = await givenList();
  const guest = await add("김민수");
  await expect(add("김민수")).rejects.toMatchObject({ reason: "guest_known", status: 409 });
  await add("김민수", { note: "협찬사" });
  await revokeGuest(seller.ctx(), { id: guest.id });
  await expect(add("김민수")).resolves.toMatchObject({ isRevoked: false });
  await expect(add("김하나", { people: GUEST_PEOPLE_MAX + 1 })).rejects.toMatchObject({
    reason: "invalid_argument",
  });
});

it("puts a guest on the list once where two add them at once", async () => {
  const { add, list } = await givenList();
  const tries = await Promise.allSettled([1, 2, 3].map(() => add("홍길동")));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await list()).guests).toHaveLength(1);
});

it("has no more entries than a door can keep", async () => {
  const { seller, eventSessionId, add } = await givenList();
  await db.insert(guestLists).values({ eventSessionId, revision: 1 });
  const rows = Array.from({ length: GUESTS_MAX }, (_, index) => ({
    ...{ id: newId("guest"), eventSessionId, name: `손님 ${index}`, people: 1 },
    ...{ revision: 1, createdById: seller.userId },
  }));
  await db.insert(guests).values(rows);
  await expect(add("한 명 더")).rejects.toMatchObject({ reason: "too_many_guests" });
});

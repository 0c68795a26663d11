import { expect, it } from "vitest";
import { given } from "../../testing/given.ts";
import { listGuests } from "../queries.ts";
import { addGuest } from "./add-guest.ts";
import { revokeGuest } from "./revoke-guest.ts";

it("takes a guest off the list once, and keeps them to be seen", async () => {
  const admin = await given.person("ADMIN");
  const { id: eventSessionId } = await given.saleOpen({ by: admin, startsInHours: 3 });
  const { id } = await addGuest(admin.ctx(), { eventSessionId, name: "홍길동" });
  for (const _ of [1, 2]) expect(await revokeGuest(admin.ctx(), { id })).toEqual({});
  const { guests, counts } = await listGuests(admin.ctx(), { eventSessionId });
  expect(guests).toMatchObject([{ name: "홍길동", isRevoked: true }]);
  expect(counts.listed).toBe(0);
});

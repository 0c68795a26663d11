import { expect, it } from "vitest";
import { saleOf } from "../catalog/queries.ts";
import { createContext } from "../platform/operation/context.ts";
import { SEATS_MAX } from "../seats/values.ts";
import { type Client, clients } from "../testing/clients.ts";
import { given } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { createApp } from "./app.ts";

const app = createApp();

/** Every seat of the largest house, with words as long as a hall's in Korean. */
const manySeats = Array.from({ length: SEATS_MAX }, (_, index) => ({
  number: `지상 1층 가나다 구역 ${index} 번`,
  section: "지상 1층 가나다 구역",
  price: 50_000 + index,
}));

it("lets as many seats through as an event session may have, and as large a body to no other call", async () => {
  const [admin] = (await clients(1, "ADMIN")) as [Client];
  const { eventId } = await saleOf(createContext(), (await given.saleOpen()).id);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const body = { startsAt: at(72), salesOpenAt: at(1), salesCloseAt: at(71), seats: manySeats };
  const send = (path: string) =>
    app.request(`/api/admin/events/${eventId}/${path}`, {
      ...{ method: "POST", body: JSON.stringify(body) },
      headers: { authorization: admin.authorization, "content-type": "application/json" },
    });
  const answer = await send("sessions");
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ seated: true, totalStock: SEATS_MAX, price: 50_000 });
  expect((await send("cancel")).status).toBe(413);
  await expectEquationsHold();
});

import { expect, it } from "vitest";
import { inTurn } from "../platform/operation/heavy.ts";
import { type Client, clients } from "../testing/clients.ts";
import { givenHall, hallOf } from "../testing/halls.ts";
import { createApp } from "./app.ts";

const app = createApp();
const plan = hallOf({ rows: 21, seatsPerRow: 50 });

/** Takes so many of the turns of this process for a caller, until they are given back. */
function takeTurns(client: Client, count: number) {
  const end = Promise.withResolvers<void>();
  const taken = Array.from({ length: count }, () => inTurn(client.ctx(), () => end.promise));
  return async () => {
    end.resolve();
    await Promise.all(taken);
  };
}

const call = (path: string, { authorization }: Client, body?: object) =>
  app.request(path, {
    headers: { authorization, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
  });

it("what reads or writes a whole hall waits for its turn, and is refused to who has too many under way", async () => {
  const [seller, other] = (await clients(2, "SELLER")) as [Client, Client];
  const { id } = await givenHall({ plan, by: seller });
  const seats = `/api/sessions/${id}/seats`;
  const giveBack = takeTurns(seller, 8);
  for (const refused of [
    call(seats, seller),
    call("/api/admin/seat-maps", seller, { name: "홀", venue: "홀" }),
  ]) {
    const answer = await refused;
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await answer.json()).toMatchObject({ reason: "unavailable" });
  }
  const waiting = call(seats, other);
  const first = await Promise.race([waiting, app.request(`${seats}/states`)]);
  expect(await first.json()).toHaveProperty("states");
  await giveBack();
  expect(await (await waiting).json()).toHaveLength(1050);
});

it("a small hall is read beside a large one", async () => {
  const [seller] = (await clients(1, "SELLER")) as [Client];
  const { id } = await givenHall({ by: seller });
  const giveBack = takeTurns(seller, 8);
  expect((await call(`/api/sessions/${id}/seats`, seller)).status).toBe(200);
  await giveBack();
});

it("a large body is read in turn too", async () => {
  const [seller] = (await clients(1, "SELLER")) as [Client];
  const giveBack = takeTurns(seller, 8);
  const send = async () =>
    (
      await app.request("/api/admin/seat-maps", {
        method: "POST",
        headers: { authorization: seller.authorization, "content-type": "application/json" },
        body: "[".repeat(200_000),
      })
    ).status;
  expect(await send()).toBe(503);
  await giveBack();
  expect(await send()).toBe(400);
});

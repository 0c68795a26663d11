import { expect, it } from "vitest";
import { createApp } from "../../http/app.ts";
import { logIn } from "../../testing/clients.ts";
import { given } from "../../testing/given.ts";
import { listGuests } from "../queries.ts";
import { GUEST_BYTES_MAX } from "../values.ts";
import { importGuests } from "./import-guests.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function givenList() {
  const seller = await given.person("SELLER");
  const { id: eventSessionId } = await given.saleOpen({ by: seller, startsInHours: 3 });
  const send = (text: string) => importGuests(seller.ctx(), { eventSessionId, bytes: bytesOf(text) });
  return { seller, eventSessionId, send, list: () => listGuests(seller.ctx(), { eventSessionId }) };
}

it("adds all guests of a file, or none where one line is wrong or the file was sent before", async () => {
  const { send, list } = await givenList();
  expect(await send("name,people\n홍길동,2\n김하나,0\n")).toMatchObject({
    ...{ count: 0, mistakeCount: 1, mistakes: [{ line: 3, column: "people", code: "people_wrong" }] },
  });
  expect((await list()).guests).toEqual([]);
  expect(await send("name,people\n홍길동,2\n김하나,1\n")).toMatchObject({ count: 2, mistakes: [] });
  expect(await send("name,people\n홍길동,2\n김하나,1\n")).toMatchObject({ count: 0, mistakeCount: 2 });
  expect((await list()).counts.listed).toBe(3);
});

it("adds a file once where it is sent twice at once", async () => {
  const { send, list } = await givenList();
  const sent = await Promise.all([1, 2].map(() => send("name\n홍길동\n김하나\n")));
  expect(sent.map(({ count }) => count).sort()).toEqual([0, 2]);
  expect((await list()).guests).toHaveLength(2);
});

it("is for those who run the event", async () => {
  const { eventSessionId, list } = await givenList();
  const [other, buyer] = [await given.person("SELLER"), await given.person()];
  const sent = { eventSessionId, bytes: bytesOf("name\n홍길동\n") };
  await expect(importGuests(other.ctx(), sent)).rejects.toMatchObject({ reason: "not_found" });
  await expect(importGuests(buyer.ctx(), sent)).rejects.toMatchObject({ reason: "forbidden" });
  expect((await list()).guests).toEqual([]);
});

it("takes files over HTTP: the mistakes beside the problem, another type and a larger file refused", async () => {
  const { seller, eventSessionId } = await givenList();
  const { authorization } = await logIn(seller, "SELLER");
  const app = createApp();
  const post = (body: string | Uint8Array<ArrayBuffer>, type = "text/csv") =>
    app.request(`/api/admin/sessions/${eventSessionId}/guests`, {
      method: "POST",
      body,
      headers: { authorization, "content-type": type },
    });
  const wrong = await post('name\n"홍\n');
  expect([wrong.status, await wrong.json()]).toMatchObject([
    422,
    { reason: "guest_mistakes", params: { count: 1 }, mistakes: [{ code: "quote_broken" }] },
  ]);
  expect((await post("name\n홍길동\n", "application/json")).status).toBe(415);
  expect((await post(new Uint8Array(GUEST_BYTES_MAX + 1))).status).toBe(413);
  const done = await post("name\n홍길동\n");
  expect([done.status, await done.json()]).toEqual([200, { count: 1 }]);
});

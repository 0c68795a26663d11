import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { subscribePush } from "../../push/commands/subscribe-push.ts";
import { reasonOf } from "../../testing/accounts.ts";
import { given } from "../../testing/given.ts";
import { subscribedBrowser } from "../../testing/push-service.ts";
import { chooseNotices } from "../commands/choose-notices.ts";
import { myNotices } from "../queries.ts";
import { NOTICES, type Notice } from "../values.ts";
import { reachPeople } from "./reach-people.ts";

const WORDS = { title: "소식", body: "소식이 있어요" };
const push = () => ({
  ...{ ko: WORDS, en: WORDS, path: "/me/tickets" },
  expiresAt: new Date(Date.now() + 3_600_000),
});
const sent = (aggregateId: string, destination: "email" | "push") =>
  db.$count(
    transmissions,
    and(eq(transmissions.aggregateId, aggregateId), eq(transmissions.destination, destination)),
  );

/** A person with a browser that shows notifications. */
async function aPerson() {
  const person = await given.person();
  const { subscription } = subscribedBrowser("https://fcm.googleapis.com");
  return { person, deviceId: (await subscribePush(person.ctx(), subscription)).id };
}
type Someone = Awaited<ReturnType<typeof aPerson>>;

const reach = (notice: Notice, people: readonly Someone[]) =>
  inTransaction(createContext(), (tx) =>
    reachPeople(tx, {
      ...{ notice, kind: "event.soon", push: push() },
      userIds: people.map(({ person }) => person.userId),
      mails: people.map(({ person: { userId } }) => ({
        ...{ userId, to: `${userId}@test.example`, subject: "제목", text: "글" },
      })),
    }),
  );
const gotOf = async ({ person, deviceId }: Someone) => [
  await sent(person.userId, "email"),
  await sent(deviceId, "push"),
];

it.each(NOTICES.filter((notice) => notice !== "change"))(
  "tells of %s as each person chose",
  async (notice) => {
    const [neither, noMail, noPush, silent] = [
      await aPerson(),
      await aPerson(),
      await aPerson(),
      await aPerson(),
    ];
    await chooseNotices(noMail.person.ctx(), { notice, byEmail: false, byPush: true });
    await chooseNotices(noPush.person.ctx(), { notice, byEmail: true, byPush: false });
    await chooseNotices(silent.person.ctx(), { notice, byEmail: true, byPush: true });
    await chooseNotices(silent.person.ctx(), { notice, byEmail: false, byPush: false });
    const people = [neither, noMail, noPush, silent];
    await reach(notice, people);
    expect(await Promise.all(people.map(gotOf))).toEqual([
      [1, 1],
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
    const others = await myNotices(silent.person.ctx(), {});
    expect(others.filter((choice) => !choice.byEmail && !choice.byPush)).toEqual([
      { notice, byEmail: false, byPush: false },
    ]);
  },
);

it("mails changes and cancellations always, and pushes them as the person chose", async () => {
  const someone = await aPerson();
  const ctx = someone.person.ctx();
  const refused = chooseNotices(ctx, { notice: "change", byEmail: false, byPush: true });
  expect(await reasonOf(refused)).toBe("invalid_argument");
  await chooseNotices(someone.person.ctx(), { notice: "change", byEmail: true, byPush: false });
  await reach("change", [someone]);
  expect(await gotOf(someone)).toEqual([1, 0]);
});

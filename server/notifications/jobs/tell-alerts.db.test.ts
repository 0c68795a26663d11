import { eq } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { TOLD_ON_WEBHOOK } from "../../alerts/contract.ts";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { until } from "../../testing/until.ts";
import { addDepartmentMember } from "../commands/add-department-member.ts";
import { chooseNotifications } from "../commands/choose-notifications.ts";
import { myNotifications } from "../queries.ts";
import { tellAlerts } from "./tell-alerts.ts";

/** The staff's channel, as Slack or Discord would take messages. */
// Hoisted above the imports, whose modules read the settings as they load.
const channel = await vi.hoisted(async () => {
  const { oddServer } = await import("../../testing/misbehaving-server.ts");
  const server = await oddServer((_, response) => response.end("ok"));
  vi.stubEnv("ALERT_WEBHOOK_URL", `${server.url}/hooks/secret`);
  vi.stubEnv("TRUSTED_DESTINATIONS", server.url);
  return server;
});
afterAll(() => channel.stop());

const ctx = systemContext("watchdog");
const raise = (subject: string) =>
  inTransaction(ctx, (tx) => raiseAlerts(tx, [{ kind: "job_missed", subject, detail: {} }]));
const resolve = (subject: string) => inTransaction(ctx, (tx) => resolveAlerts(tx, "job_missed", [subject]));
const arrived = (subject: string) =>
  channel.got.map(({ body }) => JSON.parse(body)).filter(({ text }) => text.includes(subject));

/** Someone of the department that alerts are told, who wants e-mails. */
async function onDuty(): Promise<Person> {
  const person = await given.person("ADMIN");
  await addDepartmentMember(person.ctx(), { department: "alert", userId: person.userId });
  await chooseNotifications(person.ctx(), { department: "alert", inApp: true, byEmail: true });
  return person;
}
async function toldTo(person: Person, subject: string) {
  const { items } = await myNotifications(person.ctx(), {});
  const rows = await db.select().from(transmissions).where(eq(transmissions.aggregateId, person.userId));
  return {
    app: items.filter(({ params }) => params.subject === subject).map(({ kind }) => kind),
    mails: rows.map(({ payload }) => JSON.parse(payload)).filter(({ text }) => text.includes(subject)),
  };
}

it("tells of each firing and each end once, in the app, by e-mail and over the webhook", async () => {
  const [person, subject] = [await onDuty(), newKey()];
  await raise(subject);
  await Promise.all([tellAlerts(ctx), tellAlerts(ctx), tellAlerts(ctx)]);
  await raise(subject);
  await tellAlerts(ctx);
  await until(() => arrived(subject).length > 0);
  expect(arrived(subject)).toHaveLength(1);
  expect(await toldTo(person, subject)).toMatchObject({
    app: ["alert.firing"],
    mails: [{ subject: "[선착] 경보 발생: 시작되지 않은 작업이 있어요" }],
  });
  await resolve(subject);
  await Promise.all([tellAlerts(ctx), tellAlerts(ctx)]);
  await until(() => arrived(subject).length === 2);
  const { app, mails } = await toldTo(person, subject);
  expect([app, mails.length]).toEqual([["alert.resolved", "alert.firing"], 2]);
  await raise(subject);
  await tellAlerts(ctx);
  await until(() => arrived(subject).length === 3);
  expect(await tellAlerts(ctx)).toBe(0);
});

it("does not tell the webhook of what it was told directly", async () => {
  const [person, subject] = [await onDuty(), newKey()];
  const detail = { [TOLD_ON_WEBHOOK]: true };
  await inTransaction(ctx, (tx) => raiseAlerts(tx, [{ kind: "job_missed", subject, detail }]));
  await resolve(subject);
  expect(await tellAlerts(ctx)).toBe(2);
  expect((await toldTo(person, subject)).mails).toHaveLength(2);
  const outbox = await db.select().from(transmissions).where(eq(transmissions.destination, "alert-webhook"));
  expect(outbox.filter(({ payload }) => payload.includes(subject))).toEqual([]);
});

it("says both of an alert that fired and ended before anyone looked, in this order", async () => {
  const subject = newKey();
  await raise(subject);
  await resolve(subject);
  expect(await tellAlerts(ctx)).toBe(2);
  await until(() => arrived(subject).length === 2);
  expect(arrived(subject).map(({ text }) => text.split(":")[0])).toEqual(["경보 발생", "경보 해제"]);
});

it("writes what Slack and Discord take, and mentions nobody", async () => {
  const subject = `<!channel> @everyone ${newKey()}`;
  await raise(subject);
  await tellAlerts(ctx);
  const message = await until(() =>
    channel.got.map(({ body }) => JSON.parse(body)).find(({ text }) => text.includes("everyone")),
  );
  expect(message.text).toBe(message.content);
  expect(message.text).not.toMatch(/[<>@]/);
  expect(message).toMatchObject({ allowed_mentions: { parse: [] } });
});

it("tries a channel that is away again, and tells no one anything twice for it", async () => {
  const [person, subject] = [await onDuty(), newKey()];
  channel.answers((_, response) => response.writeHead(500).end("no"));
  await raise(subject);
  await tellAlerts(ctx);
  await until(() => arrived(subject).length === 1);
  channel.answers((_, response) => response.end("ok"));
  const rows = await db.select().from(transmissions).where(eq(transmissions.destination, "alert-webhook"));
  const mine = rows.filter(({ payload }) => payload.includes(subject));
  expect(mine).toMatchObject([{ state: "FAILED", retryCount: 1 }]);
  expect(mine[0]?.lastError).not.toContain("secret");
  await tellAlerts(ctx);
  expect(await toldTo(person, subject)).toMatchObject({ app: ["alert.firing"], mails: [expect.anything()] });
});

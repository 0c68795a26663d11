import { eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { integrationSessions, phoneLines } from "#db/schema/integration.ts";
import { systemContext } from "../platform/operation/context.ts";
import { clock } from "../testing/clock.ts";
import { given } from "../testing/given.ts";
import { givenPhoneLines, givenSeller, lineOf, verifyAtCoupang } from "../testing/integration.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { patient } from "../testing/patience.ts";
import { expirePhoneLines } from "./commands/expire-phone-lines.ts";
import { expireSessions } from "./commands/expire-sessions.ts";
import { releasePhoneLine } from "./commands/release-phone-line.ts";
import { integrationSessionMachine as machine } from "./machine.ts";

type Seller = Awaited<ReturnType<typeof givenSeller>>;

beforeEach(() => givenPhoneLines(1));
afterEach(expectEquationsHold);

const codeOf = (index: number, offset: number) => String(100_000 + offset + index);

/** Whether it is this seller's turn: takes both codes, checks that they are their own, and connects. */
async function connect(seller: Seller, index: number): Promise<void> {
  await seller.sms(codeOf(index, 0));
  expect((await seller.now()).smsCode).toBe(codeOf(index, 0));
  await seller.move("EMAIL_WAITING");
  await seller.email(codeOf(index, 500_000));
  expect(await seller.now()).toMatchObject({ smsCode: codeOf(index, 0), emailCode: codeOf(index, 500_000) });
  await seller.move("VERIFYING");
  await verifyAtCoupang(seller);
  expect(await seller.move("COMPLETED")).toMatchObject({ status: "COMPLETED" });
}

describe.each([
  [2, 1],
  [2, 3],
  [10, 1],
  [10, 3],
  [50, 1],
  [50, 3],
])("%i sellers at once, for %i lines", (sellers, lines) => {
  it(
    "each have exactly their own codes, and the line serves them in the order they came",
    async () => {
      await givenPhoneLines(lines);
      const all: Seller[] = [];
      for (let index = 0; index < sellers; index++) all.push(await givenSeller());
      // They come at once; the order that counts is the one in which they got their places.
      await Promise.all(all.map((seller) => seller.queue()));
      const order = await db.execute<{ id: string }>(
        "select id from integration_sessions order by queue_number",
      );
      const served: string[] = [];
      let left = all;
      while (left.length > 0) {
        const locked = await db
          .select({ id: integrationSessions.id })
          .from(integrationSessions)
          .where(eq(integrationSessions.state, "LOCKED"));
        const holding = left.filter(({ id }) => locked.some((row) => row.id === id));
        expect(holding).toHaveLength(Math.min(lines, left.length));
        const inOrder = holding.sort((a, b) => indexOf(order, a) - indexOf(order, b));
        served.push(...inOrder.map(({ id }) => id));
        await Promise.all(inOrder.map((seller) => connect(seller, all.indexOf(seller))));
        left = left.filter((seller) => !holding.includes(seller));
      }
      expect(served).toEqual(order.map(({ id }) => id));
    },
    patient(120_000),
  );
});

const indexOf = (order: readonly { readonly id: string }[], { id }: Seller) =>
  order.findIndex((row) => row.id === id);

const act = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(
    ...([
      "INFO_ENTERING",
      "WAITING_FOR_LOCK",
      "EMAIL_WAITING",
      "VERIFYING",
      "COMPLETED",
      "CANCELLED",
    ] as const),
    ...(["sms", "email", "verify", "release", "expire", "start again"] as const),
  ),
  seconds: fc.constantFrom(0, 0, 0, 30, 119, 121, 1801),
});

it(
  "whatever sellers, gateways, operators and time do: lines have one holder, who comes first is served first",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(1, 2), fc.array(act, { maxLength: 25 }), async (lines, acts) => {
        const phones = await givenPhoneLines(lines);
        const admin = await given.person("ADMIN");
        const sellers = [await givenSeller(), await givenSeller(), await givenSeller()];
        for (const { who, what, seconds } of acts) {
          await clock.move(seconds);
          const seller = sellers[who] as Seller;
          const before = await seller.now();
          if (what === "sms" || what === "email") {
            if (before.phoneNumber) await seller[what](codeOf(who, what === "sms" ? 0 : 500_000));
          } else if (what === "verify") await verifyAtCoupang(seller);
          else if (what === "release")
            await releasePhoneLine(admin.ctx(), { id: phones[0]?.id ?? "phone_line_" });
          else if (what === "expire") {
            await expirePhoneLines(systemContext("integration.locks"), {});
            await expireSessions(systemContext("integration.expire"), {});
          } else if (what === "start again") {
            if (machine.isEnd(before.status)) sellers[who] = await givenSeller(seller.person);
          } else await unlessRefused(seller.move(what));
          await expectSound(sellers);
        }
        await expectEquationsHold();
      }),
      { numRuns: 40 },
    );
  },
  patient(120_000),
);

/** Any refusal will do; a fault will not. */
const unlessRefused = (work: Promise<unknown>) =>
  work.catch((error: { status?: number }) => {
    if (!error.status || error.status >= 500) throw error;
  });

/** No present seller waits while a phone line is free, and each holder came before all who wait. */
async function expectSound(sellers: readonly Seller[]): Promise<void> {
  const states = await Promise.all(sellers.map((seller) => seller.now()));
  const free = await db.$count(phoneLines, isNull(phoneLines.holderId));
  if (states.some(({ status }) => status === "WAITING_FOR_LOCK")) expect(free).toBe(0);
  for (const [index, { smsCode, emailCode, status }] of states.entries()) {
    expect([null, codeOf(index, 0)]).toContain(smsCode);
    expect([null, codeOf(index, 500_000)]).toContain(emailCode);
    const seller = sellers[index] as Seller;
    expect((await lineOf(seller.id)) !== undefined).toBe(machine.allows(status, "LOCK_TIMEOUT"));
  }
}

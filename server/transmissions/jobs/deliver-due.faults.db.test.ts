import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { createOutboundHttp } from "../../platform/http/outbound-http.ts";
import { clock } from "../../testing/clock.ts";
import { killDelivererAt } from "../../testing/deliverers.ts";
import { oddServer } from "../../testing/misbehaving-server.ts";
import { ownerDb } from "../../testing/owner.ts";
import { attemptsOf, deliver, givenMessages } from "../../testing/transmissions.ts";
import { webhookDestination } from "../gateways/webhook.ts";

const MESSAGES = 10;

beforeEach(async () => {
  await ownerDb.execute(sql`truncate transmissions, transmission_attempts, transmission_circuits`);
});

it.each([
  ["claimed", 1],
  ["answered", 2],
] as const)(
  "a worker killed when its batch is %s loses nothing: each comes %i time(s), under one id",
  async (stage, times) => {
    const receiver = await oddServer((_, response) => response.end("{}"));
    const gateway = webhookDestination({
      ...{ url: () => receiver.url, secrets: () => "a-secret-of-the-tests-receiver" },
      post: createOutboundHttp({ isTrusted: () => true }),
    });
    const orders = await givenMessages(MESSAGES);
    await killDelivererAt(stage, { receiverUrl: receiver.url, batchSize: MESSAGES });
    expect(await deliver(gateway)).toMatchObject({ tried: 0 });
    await clock.move(31);
    expect(await deliver(gateway)).toMatchObject({ sent: MESSAGES });
    await receiver.stop();

    const rows = await db.select().from(transmissions);
    expect(rows.map(({ state, claims }) => `${state} ${claims}`)).toEqual(Array(MESSAGES).fill("SENT 2"));
    expect(receiver.got).toHaveLength(MESSAGES * times);
    for (const order of orders) {
      const came = receiver.got.filter(({ body }) => JSON.parse(body).orderId === order);
      expect(came).toHaveLength(times);
      expect(new Set(came.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    }
    const [first] = rows;
    expect((await attemptsOf(first?.id ?? "transmission_none")).map(({ outcome }) => outcome)).toEqual([
      "lost",
      "sent",
    ]);
  },
);

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { eventSessions } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import { movePerson } from "../auth/commands/move-person.ts";
import type { EventSessionView } from "../catalog/contract.ts";
import { cancelOrder } from "../checkout/commands/cancel-order.ts";
import { CHECKOUT_SECONDS } from "../holds/values.ts";
import { createApp } from "../http/app.ts";
import { refunds } from "../payments/gateways/refunds.ts";
import { onlyRow } from "../platform/database/rows.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import { type Client, clients } from "../testing/clients.ts";
import { clock } from "../testing/clock.ts";
import { given, newKey } from "../testing/given.ts";
import { deliver } from "../testing/transmissions.ts";
import { listAttendees } from "./attendees.ts";
import { getSessionSales, listSessionSales } from "./sales.ts";

const app = createApp();
let seller: Client;
let sale: EventSessionView;
/** Of the seller's sale, each with two tickets at 50,000 KRW: one that stays, and one that was cancelled. */
let kept: `order_${string}`;
let cancelled: `order_${string}`;
let buyer: Client;
/** The figures while the money of the cancelled order was on its way back. */
let onItsWay: { items: unknown; days: unknown };

beforeAll(async () => {
  [seller] = (await clients(1, "SELLER")) as [Client];
  [buyer] = (await clients(1)) as [Client];
  sale = await given.saleOpen({ by: seller, stock: 10, startsInHours: 24 * 30 });
  const other = await given.person();
  kept = (await given.paidOrder(buyer, sale.id, 2)).orderId;
  cancelled = (await given.paidOrder(other, sale.id, 2)).orderId;
  await clock.move(24 * 3600);
  await cancelOrder(other.ctx(newKey()), { id: cancelled });
  const { items } = await listSessionSales(seller.ctx(), {});
  onItsWay = { items, days: await daysOf() };
});

const daysOf = async () => (await getSessionSales(seller.ctx(), { eventSessionId: sale.id })).days;

describe("what an event session has sold", () => {
  it("is told with what is on its way back, until that is back", async () => {
    const figures = { eventSessionId: sale.id, total: 10, sold: 2, paid: 200_000 };
    expect(onItsWay.items).toContainEqual(
      expect.objectContaining({ ...figures, refunded: 0, refunding: 100_000 }),
    );
    expect(onItsWay.days).toMatchObject([{ sold: 4, paid: 200_000, refunded: 0 }]);
    await deliver(refunds, "payment-provider");
    expect(await getSessionSales(seller.ctx(), { eventSessionId: sale.id })).toMatchObject({
      ...{ ...figures, refunded: 100_000, refunding: 0 },
      days: [
        { sold: 4, paid: 200_000, refunded: 0 },
        { sold: 0, paid: 0, refunded: 100_000 },
      ],
    });
  });

  it("is told with money that came too late for tickets, until that is back", async () => {
    const { id: eventSessionId } = await given.saleOpen({ by: seller, stock: 2 });
    const [late, quick] = await given.two();
    const { pgPaymentId } = await given.checkout(late, eventSessionId, 2);
    await clock.move(CHECKOUT_SECONDS + 1);
    await given.paidOrder(quick, eventSessionId, 2);
    await given.callback(pgPaymentId, "SUCCESS");
    const sales = () => getSessionSales(seller.ctx(), { eventSessionId });
    expect(await sales()).toMatchObject({ sold: 2, paid: 200_000, refunded: 0, refunding: 100_000 });
    await deliver(refunds, "payment-provider");
    expect(await sales()).toMatchObject({ sold: 2, paid: 200_000, refunded: 100_000, refunding: 0 });
  });

  it("is told by the day in Seoul", async () => {
    const [first] = await daysOf();
    const order = onlyRow(await db.select().from(orders).where(eq(orders.id, kept)));
    expect(first?.day).toBe(new Date(order.createdAt.getTime() + 9 * 3_600_000).toISOString().slice(0, 10));
  });

  it("is found by the day that it starts on", async () => {
    const day = new Date(Date.parse(sale.startsAt) + 9 * 3_600_000).toISOString().slice(0, 10);
    expect((await listSessionSales(seller.ctx(), { since: day, until: day })).items).toHaveLength(1);
    expect((await listSessionSales(seller.ctx(), { until: "2020-01-01" })).items).toEqual([]);
  });
});

describe("the attendees of an event session", () => {
  const find = async (filter: object) =>
    (await listAttendees(seller.ctx(), { session: sale.id, ...filter })).items;

  it("are its tickets, with the order's number and no address that one could write to", async () => {
    const items = await find({});
    expect(items).toHaveLength(4);
    const email = `${buyer.userId}@test.example`;
    expect(JSON.stringify(items)).not.toContain(email);
    expect(items).toContainEqual(
      expect.objectContaining({
        orderNumber: shortCodeOf(kept),
        ticketNumber: 2,
        buyer: "us***@test.example",
        status: "VALID",
      }),
    );
  });

  it("are found by order number, whole e-mail, ticket and status, and by nothing of another event session", async () => {
    const [ticket] = await db.select().from(tickets).where(eq(tickets.orderId, kept));
    const elsewhere = await given.paidOrder(buyer, (await given.saleOpen({ by: seller })).id);
    const numbers = async (filter: object) => (await find(filter)).map(({ orderNumber }) => orderNumber);
    const keptTwice = [shortCodeOf(kept), shortCodeOf(kept)];
    expect(await numbers({ search: shortCodeOf(kept) })).toEqual(keptTwice);
    expect(await numbers({ search: shortCodeOf(kept).replace("-", "").toLowerCase() })).toEqual(keptTwice);
    expect(await numbers({ search: `${buyer.userId}@TEST.example` })).toEqual(keptTwice);
    expect(await numbers({ search: ticket?.id })).toEqual([shortCodeOf(kept)]);
    expect(await numbers({ status: "VOID" })).toEqual([shortCodeOf(cancelled), shortCodeOf(cancelled)]);
    expect(await numbers({ search: shortCodeOf(elsewhere.orderId) })).toEqual([]);
    expect(await numbers({ search: "us" })).toEqual([]);
  });
});

describe("by every door, a sale is told to", () => {
  const doors = () => {
    const input = (given: object) => `?input=${encodeURIComponent(JSON.stringify(given))}`;
    return [
      `/api/trpc/reports.salesOfSession${input({ eventSessionId: sale.id })}`,
      `/api/trpc/reports.attendees${input({ session: sale.id })}`,
      `/api/exports/attendees?session=${sale.id}`,
    ];
  };
  const statusesFor = async (client: Client | undefined) => {
    const headers: Record<string, string> = client ? { authorization: client.authorization } : {};
    const answers = await Promise.all(doors().map((door) => app.request(door, { headers })));
    return answers.map(({ status }) => status);
  };

  it("its seller and operators", async () => {
    expect(await statusesFor(seller)).toEqual([200, 200, 200]);
    expect(await statusesFor((await clients(1, "ADMIN"))[0])).toEqual([200, 200, 200]);
  });

  it("no other seller, no buyer and no stranger", async () => {
    expect(await statusesFor((await clients(1, "SELLER"))[0])).toEqual([404, 404, 404]);
    expect(await statusesFor(buyer)).toEqual([403, 403, 403]);
    expect(await statusesFor(undefined)).toEqual([401, 401, 401]);
  });

  it("its seller no more once they are suspended", async () => {
    const [[own], [admin]] = [
      (await clients(1, "SELLER")) as [Client],
      (await clients(1, "ADMIN")) as [Client],
    ];
    const before = sale;
    sale = await given.saleOpen({ by: own });
    expect(await statusesFor(own)).toEqual([200, 200, 200]);
    await movePerson(admin.ctx(), { userId: own.userId, to: "SUSPENDED" });
    expect(await statusesFor(own)).toEqual([401, 401, 401]);
    sale = before;
  });

  it("and no other seller in a list of what they run themselves", async () => {
    const [other] = (await clients(1, "SELLER")) as [Client];
    const { eventId } = onlyRow(await db.select().from(eventSessions).where(eq(eventSessions.id, sale.id)));
    expect((await listSessionSales(other.ctx(), {})).items).toEqual([]);
    expect((await listSessionSales(other.ctx(), { event: eventId })).items).toEqual([]);
    const csv = await app.request("/api/exports/session-sales", {
      headers: { authorization: other.authorization },
    });
    expect((await csv.text()).trimEnd().split("\r\n")).toHaveLength(1);
  });
});

it("gives a list's file headings in the reader's language, and the names of the fields to programs", async () => {
  const headings = async (lang: string) => {
    const headers = { authorization: seller.authorization };
    const answer = await app.request(`/api/exports/attendees?session=${sale.id}${lang}`, { headers });
    return answer.status === 200 ? (await answer.text()).split("\r\n")[0] : answer.status;
  };
  expect(await headings("&lang=ko")).toBe(
    "티켓 ID,주문번호,예매자,상태,좌석,예매 시각,입장 시각,입장한 곳,티켓 번호",
  );
  expect(await headings("&lang=en")).toMatch(/^Ticket id,Order number,Buyer,/);
  expect(await headings("")).toMatch(/^ticketId,orderNumber,buyer,/);
  expect(await headings("&lang=fr")).toBe(400);
});

import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { grantRole } from "#server/auth/commands/grant-role.ts";
import type { UserId } from "#server/auth/contract.ts";
import type { Role } from "#server/platform/operation/context.ts";
import { newId } from "#server/platform/values/ids.ts";
import { clients } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import { givenMessages } from "#server/testing/transmissions.ts";
import { createApp } from "./app.ts";

const app = createApp();

async function download(path: string, role?: Role) {
  const [client] = role ? await clients(1, role) : [];
  const headers = client ? { authorization: client.authorization } : {};
  const response = await app.request(`/api/exports/${path}`, { headers });
  // As bytes: reading it as text would drop the byte order mark.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { response, text, userId: client?.userId };
}

describe("a list's CSV file", () => {
  it("is for administrators alone", async () => {
    const statuses = await Promise.all(
      [undefined, "USER", "SELLER", "ADMIN"].map(
        async (role) => (await download("transmissions?status=DEAD", role as Role)).response.status,
      ),
    );
    expect(statuses).toEqual([401, 403, 403, 200]);
  });

  it("has every row that matches, on however many pages it is read, and no other", async () => {
    const [aggregateId = ""] = await givenMessages(1, 2300);
    await givenMessages(1);
    const { response, text } = await download(`transmissions?search=${aggregateId}&sort=createdAt`, "ADMIN");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="transmissions.csv"');
    const [head, ...lines] = text.trimEnd().split("\r\n");
    expect(head).toMatch(/^\ufeffid,destination,type,aggregateId,status,/);
    const rows = await db
      .select({ id: transmissions.id })
      .from(transmissions)
      .where(eq(transmissions.aggregateId, aggregateId))
      .orderBy(transmissions.seq);
    expect(lines.map((line) => line.split(",")[0])).toEqual(rows.map(({ id }) => id));
    expect(lines).toHaveLength(2300);
  });

  it("breaks off for a reader who loses the right to it", async () => {
    const [aggregateId = ""] = await givenMessages(1, 2300);
    const [client] = await clients(1, "ADMIN");
    const { userId = "", authorization = "" } = client ?? {};
    const address = `/api/exports/transmissions?search=${aggregateId}`;
    const { body } = await app.request(address, { headers: { authorization } });
    const reader = body?.getReader();
    await reader?.read();
    const admin = await given.person("ADMIN");
    await grantRole(admin.ctx(), { userId: userId as UserId, role: "SELLER" });
    const readOn = async () => {
      while (!(await reader?.read())?.done);
    };
    await expect(readOn()).rejects.toMatchObject({ reason: "role_changed" });
  });

  it("calls states in the page's language what the page calls them, and leaves amounts and times as they are", async () => {
    const sale = await given.saleOpen();
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, sale.id, 2);
    const lineIn = async (language: string) => {
      const { text } = await download(`orders?search=${orderId}${language}`, "ADMIN");
      const [, line = ""] = text.split("\r\n");
      return line.split(",");
    };
    const codes = await lineIn("");
    const [id, status, , , , quantity, amount, shippingFee, delivery] = codes;
    expect([id, status, quantity, shippingFee, delivery]).toEqual([orderId, "confirmed", "2", "0", "MOBILE"]);
    expect(Number(amount)).toBeGreaterThan(0);
    const orderedAt = codes[10] ?? "";
    expect(new Date(orderedAt).toISOString()).toBe(orderedAt);
    const words = (state: string, received: string) => codes.with(1, state).with(8, received);
    expect(await lineIn("&lang=ko")).toEqual(words("예매 완료", "모바일 티켓"));
    expect(await lineIn("&lang=en")).toEqual(words("Confirmed", "Mobile tickets"));
  });

  it("runs no formula that someone wrote into a row", async () => {
    const aggregateId = `=HYPERLINK("http://x")${newId("order")}`;
    await db.insert(transmissions).values({
      ...{ id: newId("transmission"), destination: "events", type: "@SUM(A1)", aggregateId },
      ...{ payload: "{}", traceId: "0" },
    });
    const { text } = await download(`transmissions?search=${encodeURIComponent(aggregateId)}`, "ADMIN");
    expect(text).toContain(`'@SUM(A1),"'=HYPERLINK(""http://x"")`);
  });

  it("is recorded with who asked for what", async () => {
    const { userId } = await download("transmissions?status=DEAD", "ADMIN");
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "reports.export"))
      .orderBy(desc(auditLog.seq))
      .limit(1);
    expect(entry).toMatchObject({ actorId: userId, target: "transmissions", meta: { status: "DEAD" } });
  });

  it("is recorded with no text that was searched for, since a record can never be erased", async () => {
    const { userId } = await download("orders?search=kim%40shop.example", "ADMIN");
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.actorId, userId ?? ""));
    expect(entry).toMatchObject({ action: "reports.export", meta: { search: "(text)" } });
  });

  it.each([
    ["transmissions?status=LOST", 400],
    ["transmissions?color=red", 400],
    ["transmissions?sort=payload", 400],
    ["passwords", 404],
    ["constructor", 404],
  ])("%s is refused with %i", async (path, status) => {
    const { response } = await download(path, "ADMIN");
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });
});

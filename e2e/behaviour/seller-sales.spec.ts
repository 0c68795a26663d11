import { readFile } from "node:fs/promises";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

const HOUR_MS = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

test("a seller sees what was sold, finds an attendee, and takes the list along", async ({
  page,
  context,
  baseURL,
  buyer,
  buy,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const title = `밤의 무대 ${crypto.randomUUID().slice(0, 8)}`;
  const times = { startsAt: at(72), salesOpenAt: at(-1), salesCloseAt: at(71) };
  const made = await context.request.post("/api/admin/events", {
    headers: { origin: baseURL ?? "" },
    data: {
      ...{ title, description: "한 번뿐인 밤", venue: "서울", status: "PUBLISHED" },
      eventSession: { ...times, price: 30_000, totalStock: 10 },
    },
  });
  expect(made.status()).toBe(201);
  const { id: eventId } = await made.json();
  const [session] = await (await context.request.get(`/api/events/${eventId}/sessions`)).json();

  await page.goto(`/seller/sales/${session.id}`);
  await expect(page.getByText("아직 관객이 없어요")).toBeVisible();

  const number = shortCodeOf(await buy(buyer, session.id));
  await page.goto("/seller");
  await page.getByRole("link", { name: "판매 현황" }).click();
  const row = page.getByRole("row").filter({ hasText: title });
  await expect(row).toContainText("1 / 10장");
  await expect(row).toContainText("30,000");
  await expectAccessible(page);
  await row.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("img", { name: /날짜별 판매 수량/ })).toBeVisible();
  await page.getByText("표로 보기").click();
  await expect(page.getByRole("cell", { name: "1장" })).toBeVisible();
  await page.getByRole("searchbox", { name: "관객 찾기" }).fill(number);
  await page.getByRole("searchbox", { name: "관객 찾기" }).press("Enter");
  // The one attendee stands there before the search as well.
  await page.waitForURL(/search=/);
  const attendee = page.getByRole("row").filter({ hasText: number });
  await expect(attendee).toContainText("1번 티켓");
  await expect(attendee).toContainText("입장 전");
  await expect(attendee).toContainText("***@e2e.example");
  await expectAccessible(page);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  const csv = await readFile(await (await downloading).path(), "utf8");
  expect(csv).toContain("티켓 ID,주문번호,예매자,상태");
  expect(csv).toContain(number);
});

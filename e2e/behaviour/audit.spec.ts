import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { rewriteAudit, runNow } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";

test.beforeEach(({ context, logInAsAdmin }) => logInAsAdmin(context));

test("an operator finds who did what to an event, and follows one trace", async ({ page, sale, moveTo }) => {
  const { eventId } = await sale();
  await moveTo(eventId, "부산");
  await page.goto("/admin/audit");
  await page.getByRole("searchbox", { name: "대상" }).fill(eventId);
  await page.getByRole("searchbox", { name: "대상" }).press("Enter");
  await expect(page).toHaveURL(/target=event_/);
  await expect(page.getByText("3건 표시", { exact: true })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "catalog.update-event" });
  await expect(row).toContainText("admin@demo.test");
  await expect(row).toContainText("부산");
  await row.getByRole("link", { name: "catalog.update-event만 보기" }).click();
  await expect(page).toHaveURL("/admin/audit?action=catalog.update-event");
  const moved = page.getByRole("row").filter({ hasText: eventId }).filter({ hasText: "부산" });
  // The list of before stays until the next one has come.
  await expect(moved).toHaveCount(1);
  await moved.getByRole("link", { name: /^[0-9a-f]{32}만/ }).click();
  await expect(page).toHaveURL(/trace=[0-9a-f]{32}/);
  // What its holders are to be told stands under the same trace.
  await expect(moved.filter({ hasText: "catalog.event-changed" })).toBeVisible();
  const change = moved.filter({ hasText: "catalog.update-event" });
  await expect(change.getByRole("link", { name: eventId, exact: true })).toHaveAttribute(
    "href",
    `/admin/events/${eventId}`,
  );
});

test("the check of the seals finds a row that was changed past the app", async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto("/admin/audit");
  const card = page.getByRole("region", { name: "봉인 확인" });
  await runNow("audit.seal");
  await expect(async () => {
    await card.getByRole("button").click();
    await expect(card.getByText(/모두 봉인한 그대로예요/)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: patient(70_000) });
  await expectAccessible(page);
  const undo = await rewriteAudit();
  await card.getByRole("button", { name: "다시 확인하기" }).click();
  await expect(card.getByText(`기록 ${undo.seq}번의 내용이 바뀌었어요`)).toBeVisible();
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await card
    .or(page.getByRole("region", { name: "Seals" }))
    .getByRole("button", { name: "Check now" })
    .click();
  await expect(page.getByText(`Record ${undo.seq} was changed`)).toBeVisible();
  await expectAccessible(page);
  await undo.undo();
});

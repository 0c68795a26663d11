import { post } from "../fixtures/calls.ts";
import { expect, test } from "../fixtures/test.ts";

test("a seller changes an event, and reads on the page after it that it is saved, once", async ({
  page,
  context,
  baseURL,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const title = `밤의 무대 ${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await post(context, baseURL, "/api/admin/events", {
    ...{ title, description: "한 번뿐인 밤", venue: "서울", status: "DRAFT" },
  });
  await page.goto(`/seller/events/${id}/edit`);
  await page.getByLabel("장소").fill("부산");
  await page.getByRole("button", { name: "저장하기" }).click();
  await page.waitForURL(`/seller/events/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("부산");
  const toast = page.getByRole("listitem").filter({ hasText: "저장했어요." });
  await expect(toast).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem("toasts"))).toBeNull();
});

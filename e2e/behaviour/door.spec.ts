import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { answerOf, givenDoors, makeDoorLink, scan } from "../fixtures/doors.ts";
import { expect, test } from "../fixtures/test.ts";

/** Waits until the browser has kept the page. */
const expectKept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const files = await (await caches.open("page /door")).keys();
        return navigator.serviceWorker.controller !== null && files.length > 5;
      }),
    )
    .toBe(true);

test("a device without an account scans with and without a network, until its link is revoked", async ({
  page,
  context,
  browser,
  baseURL,
  buyer,
  buy,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const { title, sessionId, path } = await givenDoors(context, baseURL);
  await buy(buyer, sessionId, { quantity: 2 });
  const tickets: { qr: string; sessionId: string }[] = await (
    await buyer.request.get("/api/me/tickets")
  ).json();
  const [first = "", second = ""] = tickets
    .filter((ticket) => ticket.sessionId === sessionId)
    .map(({ qr }) => qr);

  const address = await makeDoorLink(page, path);
  await expectAccessible(page);

  const device = await browser.newContext();
  const door = await device.newPage();
  await door.goto(address);
  await expect(door.getByRole("heading", { level: 1, name: "정문" })).toBeVisible();
  await expect(door.getByText(title)).toBeVisible();
  expect(door.url()).not.toContain("#");
  await expect(door.getByTestId("door-counts")).toHaveText("0 / 2");
  await expectAccessible(door);

  await scan(door, first);
  await expect(answerOf(door)).toContainText("들어가셔도 돼요");
  await expectAccessible(door);
  await expect(door.getByTestId("door-counts")).toHaveText("1 / 2");
  await scan(door, first);
  await expect(answerOf(door)).toContainText("이미 사용됨");
  await expect(answerOf(door)).toContainText("정문");

  await expect(door.getByRole("textbox", { name: "티켓 코드" })).toHaveCount(1);
  await expectKept(door);
  await device.setOffline(true);
  await door.reload();
  await expect(door.getByRole("heading", { level: 1, name: "정문" })).toBeVisible();
  await scan(door, second);
  await expect(answerOf(door)).toContainText("오프라인에서 확인했어요");
  await door.getByRole("button", { name: "다음" }).click();
  await scan(door, second);
  await expect(answerOf(door)).toContainText("이미 사용됨");
  await door.getByRole("button", { name: "다음" }).click();
  await expect(door.getByText("아직 보내지 않은 확인 2건")).toBeVisible();
  await device.setOffline(false);
  await expect(door.getByText("아직 보내지 않은 확인")).toBeHidden();
  await expect(page.getByTestId("door-counts")).toContainText("2 / 2명 입장");

  // Another device cannot open what was forwarded to it.
  const other = await browser.newContext();
  const forwarded = await other.newPage();
  await forwarded.goto(address);
  await expect(forwarded.getByRole("heading", { name: "다른 기기에서 열린 링크예요" })).toBeVisible();

  await page.getByRole("button", { name: "정문 링크 회수" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "회수" }).click();
  await expect(door.getByRole("heading", { name: "사용이 끝난 입장 링크예요" })).toBeVisible();
  await Promise.all([device.close(), other.close()]);
});

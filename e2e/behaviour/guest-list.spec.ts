import { expectAccessible } from "../fixtures/accessibility.ts";
import { answerOf, givenDoors, makeDoorLink } from "../fixtures/doors.ts";
import { expect, test } from "../fixtures/test.ts";

const file = (text: string) => ({ name: "guests.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

test("a seller invites guests, and a door finds them by name and lets them in without a network too", async ({
  page,
  context,
  browser,
  baseURL,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  const { path } = await givenDoors(context, baseURL);
  const address = await makeDoorLink(page, path);
  await page.getByRole("link", { name: "초대 손님" }).click();
  await expect(page.getByText("아직 초대한 손님이 없어요")).toBeVisible();
  await page.getByLabel("이름", { exact: true }).fill("홍길동");
  await page.getByLabel("메모(선택)").fill("출연진 가족");
  await page.getByRole("button", { name: "늘리기" }).click();
  await page.getByRole("button", { name: "추가하기" }).click();
  await expect(page.getByTestId("guest-counts")).toHaveText("0 / 2명 입장");

  await page.getByRole("button", { name: "CSV로 추가" }).click();
  const chooser = page.getByRole("dialog").locator("input[type=file]");
  await chooser.setInputFiles(file("name,people\n김하나,1\n박둘,0\n"));
  await expect(page.getByRole("dialog").getByText("3번째 줄, people 열")).toBeVisible();
  await expectAccessible(page);
  await chooser.setInputFiles(file("name,people\n김하나,1\n박둘,2\n"));
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByTestId("guest-counts")).toHaveText("0 / 5명 입장");
  await expectAccessible(page);

  const device = await browser.newContext();
  const door = await device.newPage();
  await door.goto(address);
  await expect(door.getByTestId("guest-counts")).toHaveText("초대 손님 0 / 5명");
  const find = door.getByRole("searchbox", { name: "초대 손님 찾기" });
  await find.fill("ㅎㄱㄷ");
  await expect(door.getByText("출연진 가족")).toBeVisible();
  await expectAccessible(door);
  await door.getByRole("button", { name: "줄이기" }).click();
  await door.getByRole("button", { name: "1명 입장" }).click();
  await expect(answerOf(door)).toContainText("홍길동 · 1명");
  await expectAccessible(door);
  await expect(page.getByTestId("guest-counts")).toHaveText("1 / 5명 입장");
  await expect(answerOf(door)).toBeHidden();

  await device.setOffline(true);
  await find.fill("박");
  await door.getByRole("button", { name: "2명 입장" }).click();
  await expect(answerOf(door)).toContainText("오프라인에서 확인했어요");
  await expect(answerOf(door)).toBeHidden();
  await find.fill("박둘");
  await expect(door.getByText("모두 입장함")).toBeVisible();
  await device.setOffline(false);
  await expect(page.getByTestId("guest-counts")).toHaveText("3 / 5명 입장");

  await page.getByRole("button", { name: "김하나 초대 취소" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "초대 취소" }).click();
  await expect(page.getByTestId("guest-counts")).toHaveText("3 / 4명 입장");
  await find.fill("ㄱㅎㄴ");
  await expect(door.getByText("초대 취소됨")).toBeVisible();
  await device.close();
});

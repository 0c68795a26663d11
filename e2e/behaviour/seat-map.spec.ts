import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { hallOfSession, onMap, placeOf, planOf } from "../fixtures/halls.ts";
import { expect, test } from "../fixtures/test.ts";

const HALL = planOf([
  ["R석", ["oooooo oooooo", "oooooo oooooo", "oooooo oooooo", "oooooo oooorr"]],
  ["S석", ["oooooo oooooo", "oooooo oooooo", "oooooo oooooo", "oooooo oooooo"]],
  ["A석", ["oooooo oooooo", "oooooo oooooo", "oooooo oooooo", "acoooo hhhhhh"]],
]);

/** The addresses of all that the page has fetched, in the order of the alphabet. */
const fetchedBy = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .sort()
      .join(" "),
  );

const chosenOn = (page: Page, name = "고른 좌석") => page.getByRole("region", { name });

test("a phone chooses on the map and a desktop by keyboard from the list; a seat that is lost is dropped alone", async ({
  page,
  context,
  baseURL,
  sale,
  buyer,
  admit,
  logIn,
}) => {
  await logIn(context);
  const { eventId, sessionId } = await sale({ hall: HALL });
  await Promise.all([admit(context, sessionId), admit(buyer, sessionId)]);
  await page.goto(`/sessions/${sessionId}/tickets`);
  const hall = await hallOfSession(context, eventId, sessionId);
  const place = (row: string, number: string) => placeOf(hall, "S석", row, number);
  const canvas = page.getByRole("img", { name: /좌석 배치도/ });
  await expect(canvas).toBeVisible();
  const press = await onMap(canvas, hall);
  await press(place("2", "6"));
  await press(place("2", "6"));
  await press(place("2", "7"));
  await expect(chosenOn(page)).toContainText("S석 2열 6번");
  await expect(chosenOn(page)).toContainText("S석 2열 7번");
  await expectAccessible(page);

  const desk = await buyer.newPage();
  await desk.setViewportSize({ width: 1280, height: 800 });
  await buyer.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await desk.goto(`/sessions/${sessionId}/tickets`);
  await desk.getByRole("button", { name: "List" }).focus();
  await desk.keyboard.press("Enter");
  await desk.getByRole("radio", { name: /R석/ }).focus();
  await desk.keyboard.press("ArrowDown");
  // From the first seat to the seventh of the second row, across the aisle.
  await desk.getByRole("button", { name: "S석, row 1, seat 1, ₩80,000, Available" }).focus();
  await desk.keyboard.press("ArrowDown");
  for (let count = 0; count < 6; count += 1) await desk.keyboard.press("ArrowRight");
  await desk.keyboard.press("Space");
  await expect(chosenOn(desk, "Your seats")).toContainText("S석, row 2, seat 7");
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Hold 1 seat" }).focus();
  await desk.keyboard.press("Enter");
  await desk.waitForURL(/\/checkout\//);

  const lost = page.getByRole("alert").filter({ hasText: "다른 분이 먼저 선점한 좌석이 있어요" });
  await expect(lost).toContainText("S석 2열 7번");
  await expect(chosenOn(page)).not.toContainText("S석 2열 7번");
  await expect(chosenOn(page)).toContainText("S석 2열 6번");
  await expectAccessible(page);
  await lost.getByRole("button", { name: "S석 2열 8번(80,000원)으로 바꾸기" }).tap();
  await expect(lost).toBeHidden();
  await expect(chosenOn(page)).toContainText("S석 2열 8번");
  await page.getByRole("button", { name: "2석 선점하기" }).tap();
  await page.waitForURL(/\/checkout\//);
  for (const name of ["S석 2열 6번", "S석 2열 8번"]) await expect(page.getByText(name).first()).toBeVisible();
});

test("the best seats are chosen together, those chosen by hand stay, and what is chosen has its words", async ({
  page,
  context,
  sale,
  admit,
  logIn,
}) => {
  await logIn(context);
  const { sessionId } = await sale({ hall: HALL });
  await admit(context, sessionId);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/sessions/${sessionId}/tickets`);
  const chosen = chosenOn(page);
  await page.getByRole("button", { name: "추천 좌석 고르기" }).tap();
  await expect(page.getByText("나란히 앉는 2석을 골랐어요: R석 1열 5번 · R석 1열 6번")).toBeVisible();
  await expect(chosen).toContainText("240,000원");

  await page.getByRole("button", { name: "목록" }).tap();
  await page.getByRole("radio", { name: /A석/ }).check();
  await page.getByRole("button", { name: /A석 4열 1번.*휠체어석/ }).tap();
  await expect(chosen).toContainText("휠체어석");
  await page.getByRole("combobox", { name: "구역" }).selectOption("A석");
  await page.getByRole("button", { name: "추천 좌석 고르기" }).tap();
  await expect(chosen).toContainText("A석 4열 1번");
  await expect(chosen).not.toContainText("R석");
  await expect(chosen).toContainText("120,000원");

  await page.getByRole("button", { name: "늘리기" }).tap();
  await page.getByRole("button", { name: "추천 좌석 고르기" }).tap();
  await expect(page.getByText("4석을 모두 골랐어요")).toBeVisible();
  await expectAccessible(page);
  // The list is remembered, and a choice that was not held is not.
  await page.reload();
  await expect(page.getByRole("button", { name: "목록" })).toHaveAttribute("aria-pressed", "true");
  await expect(chosen).toContainText("아직 고른 좌석이 없어요.");
  await expect(page.getByRole("button", { name: "좌석을 골라 주세요" })).toBeDisabled();
});

test("held seats are changed on the map and in the list until the payment begins, in the time that is left", async ({
  page,
  context,
  baseURL,
  sale,
  buyer,
  admit,
  logIn,
}) => {
  await logIn(context);
  const { sessionId } = await sale({ hall: HALL });
  await admit(context, sessionId);
  await page.goto(`/sessions/${sessionId}/tickets`);
  await page.getByRole("button", { name: "추천 좌석 고르기" }).tap();
  await page.getByRole("button", { name: "2석 선점하기" }).tap();
  await page.waitForURL(/\/checkout\//);
  const checkout = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "좌석 바꾸기" }).tap();
  const chosen = chosenOn(page);
  // The seats that are held are the choice to begin with.
  await expect(chosen).toContainText("R석 1열 5번");
  await expect(page.getByRole("timer")).toHaveCount(1);
  await expectAccessible(page);
  await chosen.getByRole("button", { name: "R석 1열 6번 빼기" }).tap();
  await page.getByRole("button", { name: "목록" }).tap();
  await page.getByRole("button", { name: /^R석 1열 6번.*고를 수 있음/ }).waitFor();
  await page.getByRole("radio", { name: /S석/ }).check();
  await page.getByRole("button", { name: /^S석 1열 1번/ }).tap();
  await page.getByRole("button", { name: "2석으로 바꾸기" }).tap();
  await page.waitForURL(checkout);
  await expect(page.getByText("R석 1열 5번 (120,000원) · S석 1열 1번 (80,000원)")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "주문 내용" }).getByText("200,000원", { exact: true }),
  ).toBeVisible();

  // The seat that was given up is another buyer's at once.
  await admit(buyer, sessionId);
  const other = await buyer.newPage();
  await buyer.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await other.goto(`/sessions/${sessionId}/tickets`);
  await other.getByRole("button", { name: "List" }).click();
  await other.getByRole("button", { name: /^R석, row 1, seat 6,.*Available/ }).click();
  await other.getByRole("button", { name: "Hold 1 seat" }).click();
  await other.waitForURL(/\/checkout\//);

  await page.getByRole("button", { name: "200,000원 결제하기" }).tap();
  await page.waitForURL(/sandbox\/pay/);
  await page.goto(`${checkout}/seats`);
  await expect(page.getByText("결제를 시작해서 좌석을 바꿀 수 없어요")).toBeVisible();
  await page.getByRole("link", { name: "결제로 돌아가기" }).tap();
  await page.waitForURL(checkout);
  await expect(page.getByRole("link", { name: "좌석 바꾸기" })).toBeHidden();
});

test("without a connection the map says how old it is, and it is fresh again afterwards", async ({
  page,
  context,
  sale,
  admit,
  logIn,
}) => {
  await logIn(context);
  const { sessionId } = await sale({ hall: HALL });
  await admit(context, sessionId);
  await page.goto(`/sessions/${sessionId}/queue`);
  const enter = page.getByRole("button", { name: "입장하기" });
  await expect(enter).toBeVisible();
  // What the map needs is here before the press, since the time to choose is short.
  await expect.poll(() => fetchedBy(page)).toMatch(/light\/hall-chooser.*\/drawing/);
  await enter.click();
  await expect(page.getByText("좌석 상태가 바로 바뀌어요")).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("연결이 끊겼어요. 다시 연결하고 있어요")).toBeVisible();
  await expect(page.getByText(/좌석 상태예요/)).toBeVisible();
  await expect(page.getByRole("img", { name: /좌석 배치도/ })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/좌석 상태가 바로 바뀌어요|5초마다 확인해요/)).toBeVisible();
});

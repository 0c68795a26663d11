import { expectAccessible } from "../fixtures/accessibility.ts";
import { post } from "../fixtures/calls.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

const seatsIn = (section: string, price: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ number: `${section[0]}-${index + 1}`, section, price },
  }));
const SEATS = [...seatsIn("R석", 120_000, 6), ...seatsIn("S석", 80_000, 4)];

test("two people choose seats; who is slower loses the one seat alone, and pays for the others", async ({
  page,
  context,
  baseURL,
  sale,
  buyer,
  admit,
  logIn,
}) => {
  await logIn(context);
  const { sessionId } = await sale({ seats: SEATS });
  await Promise.all([admit(context, sessionId), admit(buyer, sessionId)]);
  await page.goto(`/sessions/${sessionId}/tickets`);
  const seat = (name: string) => page.getByRole("button", { name });
  const chosen = page.getByRole("region", { name: "고른 좌석" });
  await expect(page.getByText("120,000원 · 6석 남음")).toBeVisible();
  await expect(page.getByRole("button", { name: "좌석을 골라 주세요" })).toBeDisabled();
  // By the keyboard alone: to the third seat, and back to the second.
  await seat("R석 R-1, 120,000원, 고를 수 있음").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await expect(chosen).toContainText("240,000원");
  await page.getByRole("radio", { name: /S석/ }).check();
  await seat("S석 S-4, 80,000원, 고를 수 있음").click();
  await expect(chosen).toContainText("320,000원");
  await expectAccessible(page);

  const taken = await seatIdOf(context.request, sessionId, "R석", "R-3");
  const { queueToken } = await post(buyer, baseURL, "/api/queue/token", { sessionId });
  await post(buyer, baseURL, "/api/reservations/hold", { sessionId, seatIds: [taken], queueToken });
  await page.getByRole("button", { name: "3석 선점하기" }).click();
  const lost = page.getByRole("alert").filter({ hasText: "다른 분이 먼저 선점한 좌석이 있어요" });
  await expect(lost).toContainText("R석 R-3");
  await expect(chosen).toContainText("200,000원");
  await expectAccessible(page);

  await page.getByRole("button", { name: "2석 선점하기" }).click();
  await page.waitForURL(/\/checkout\//);
  await expect(page.getByText("R석 R-2", { exact: false })).toBeVisible();
  await expect(page.getByText("S석 S-4", { exact: false })).toBeVisible();
  const purchase = new Purchase(page);
  await purchase.goToPayment();
  await purchase.pay("결제 승인");
  await purchase.heading("예매가 완료됐어요");
  await page.goto("/me/tickets");
  await expect(page.getByText("R-2").first()).toBeVisible();
  await expectAccessible(page);
});

test("no more seats can be chosen than a person may have, and the page is read in English and in the dark", async ({
  page,
  context,
  baseURL,
  sale,
  admit,
  logIn,
}) => {
  await logIn(context);
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  const { sessionId } = await sale({ seats: SEATS });
  await admit(context, sessionId);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/sessions/${sessionId}/tickets`);
  for (const number of ["R-1", "R-2", "R-3", "R-4"])
    await page.getByRole("button", { name: `R석 ${number}, ₩120,000, Available` }).click();
  const fifth = page.getByRole("button", { name: "R석 R-5, ₩120,000, Available" });
  await expect(fifth).toHaveAttribute("aria-disabled", "true");
  await fifth.focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Hold 4 seats" })).toBeEnabled();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove R석 R-2" }).click();
  await expect(page.getByRole("button", { name: "Hold 3 seats" })).toBeEnabled();
  await expect(fifth).toHaveAttribute("aria-disabled", "false");
});

async function seatIdOf(
  request: { get(path: string): Promise<{ json(): Promise<unknown> }> },
  sessionId: string,
  section: string,
  number: string,
): Promise<string> {
  const seats = (await (await request.get(`/api/sessions/${sessionId}/seats`)).json()) as {
    readonly id: string;
    readonly section: string;
    readonly number: string;
  }[];
  return seats.find((seat) => seat.section === section && seat.number === number)?.id ?? "";
}

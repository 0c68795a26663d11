import type { Page } from "@playwright/test";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { PAPER, post } from "../fixtures/calls.ts";
import { rowsOf, shippingOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

/** Presses one of the next steps of a parcel, fills in what it asks for, and confirms it. */
async function step(page: Page, name: string, { fields = {}, confirm = "바꾸기" }: StepOptions = {}) {
  await page
    .getByRole("region", { name: /다음 단계|Next step/ })
    .getByRole("button", { name, exact: true })
    .click();
  const dialog = page.getByRole("dialog");
  for (const [label, text] of Object.entries(fields))
    await dialog.getByLabel(label, { exact: true }).fill(text);
  const words = (await dialog.textContent()) ?? "";
  await dialog.getByRole("button", { name: confirm }).click();
  await expect(dialog).toHaveCount(0);
  return words;
}

interface StepOptions {
  readonly fields?: Readonly<Record<string, string>>;
  readonly confirm?: string;
}

/** Has a page note that it was asked to print, since no test has a printer. */
const printsOf = async (page: Page) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "true");
  });
  return () => page.locator("html[data-printed]");
};

test("an order on paper is ordered, packed, shipped with a file, returned and refunded", async ({
  page,
  context,
  browser,
  sale,
  hold,
  logIn,
  logInAsAdmin,
}) => {
  const { sessionId, title } = await sale({ paper: true });
  await logIn(context);
  const purchase = new Purchase(page);
  await page.goto(`/checkout/${await hold(context, sessionId, 2)}`);
  await page.getByText("종이 티켓", { exact: true }).click();
  await page.getByLabel("받는 분").fill("길동😀");
  await page.getByLabel("우편번호").fill(PAPER.postcode);
  await page.getByLabel("주소", { exact: true }).fill(PAPER.address1);
  await page.getByRole("button", { name: "63,000원 결제하기" }).click();
  const [recipient, phone] = [page.getByLabel("받는 분"), page.getByLabel("전화번호")];
  await expect(recipient).toBeFocused();
  await expect(recipient).toHaveAccessibleDescription(/이모지는 쓸 수 없어요/);
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await recipient.fill(PAPER.recipient);
  await expect(recipient).not.toHaveAttribute("aria-invalid");
  await phone.fill(PAPER.phone);
  await purchase.goToPayment();
  const orderId = await purchase.pay("결제 승인");
  const number = shortCodeOf(orderId);

  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await logInAsAdmin(desk);
  const operator = await desk.newPage();
  const printed = await printsOf(operator);
  await operator.goto(`/admin/shipping?search=${number}`);
  const row = operator.getByRole("row").filter({ hasText: number });
  await expect(row).toContainText(title);
  await row.getByRole("checkbox", { name: `${number} 선택` }).check();
  await expectAccessible(operator);
  const selected = operator.getByRole("region", { name: "선택한 배송" });
  await selected.getByRole("button", { name: "‘발송 준비 중’ 상태로" }).click();
  await operator.getByRole("alertdialog").getByRole("button", { name: "바꾸기" }).click();
  await expect(operator.getByText("1건을 바꿨어요")).toBeVisible();
  await expect(row).toContainText("발송 준비 중");

  await row.getByRole("checkbox", { name: `${number} 선택` }).check();
  await selected.getByRole("link", { name: "라벨·포장 목록" }).click();
  await operator.getByRole("button", { name: "라벨 인쇄" }).click();
  await expect(printed()).toHaveCount(1);
  const labels = operator.getByRole("region", { name: "라벨 인쇄" });
  await expect(labels).toContainText(PAPER.recipient);
  await expect(labels).toContainText(PAPER.address1);
  expect(operator.url()).not.toContain(encodeURIComponent(PAPER.recipient));
  await operator.getByRole("button", { name: "포장 목록 인쇄" }).click();
  await expect(operator.getByRole("table", { name: /포장 목록/ })).toContainText(number);
  await expectAccessible(operator);
  await operator.getByRole("link", { name: "배송 목록" }).click();
  // The page's scripts have drawn it, so that they take the file.
  await expect(row).toBeVisible();

  const file = (text: string) => ({ name: "송장.csv", mimeType: "", buffer: Buffer.from(text) });
  const upload = operator.locator('input[type="file"]');
  await upload.setInputFiles(file(`order,carrier,tracking\n${number},비둘기,1234`));
  await expect(operator.getByText("틀린 곳이 1곳 있어서 하나도 발송하지 않았어요")).toBeVisible();
  await expect(operator.getByRole("cell", { name: "모르는 택배사예요: 비둘기" })).toBeVisible();
  const tracking = String(Date.now());
  await upload.setInputFiles(file(`order,carrier,tracking\n${number},CJ대한통운,${tracking}`));
  await expect(operator.getByText("1건을 바꿨어요")).toBeVisible();

  const shippingId = await shippingOf(orderId);
  await operator.goto(`/admin/shipping/${shippingId}`);
  await operator.getByRole("button", { name: "주소 보기" }).click();
  await expect(operator.getByText(PAPER.recipient)).toBeVisible();
  await operator.getByRole("button", { name: "송장 번호 고치기" }).click();
  await operator.getByRole("dialog").getByLabel("송장 번호").fill(`${tracking}9`);
  await operator.getByRole("button", { name: "고치고 알리기" }).click();
  await expect(operator.getByRole("link", { name: new RegExp(`CJ대한통운 ${tracking}9`) })).toBeVisible();

  const order = `/me/orders/${orderId}`;
  await page.goto(order);
  await expect(page.getByText("종이 티켓을 택배사에 맡겼어요")).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(`${tracking}9`) })).toHaveAttribute(
    "href",
    `https://trace.cjlogistics.com/next/tracking.html?wblNo=${tracking}9`,
  );
  await expectAccessible(page);

  await step(operator, "반송됨", { fields: { 사유: "수취인 부재" } });
  await page.reload();
  await expect(page.getByText("종이 티켓이 판매자에게 돌아왔어요")).toBeVisible();
  const words = await step(operator, "반송 후 환불", { fields: { 사유: "반송 확인" } });
  expect(words).toContain("티켓값 60,000원을 환불해요. 배송비는 돌려주지 않아요.");
  await expect(operator.getByText("더 할 일이 없는 배송이에요.")).toBeVisible();
  await expect(operator.getByText("수취인 부재")).toBeVisible();
  await expectAccessible(operator);
  await desk.close();
  await page.reload();
  await expect(page.getByText("종이 티켓이 반송되어 주문을 취소했어요")).toBeVisible();
  await expect(page.getByText("환불 완료").first()).toBeVisible();
  expect(await rowsOf(orderId)).toMatchObject({ order: "cancelled", payment: "completed", tickets: 0 });
});

test("a parcel that is lost is looked for and compensated, in English", async ({
  page,
  context,
  baseURL,
  buyer,
  buy,
  logInAsSeller,
}) => {
  await logInAsSeller(context);
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const { id: eventId } = await post(context, baseURL, "/api/admin/events", {
    ...{ title: `Paper ${crypto.randomUUID().slice(0, 8)}`, description: "One night", venue: "Seoul" },
    status: "PUBLISHED",
    eventSession: {
      ...{ startsAt: at(72), salesOpenAt: at(-1), salesCloseAt: at(71), price: 30_000, totalStock: 10 },
      delivery: { paper: true, paperUntil: at(71) },
    },
  });
  const [session] = await (await context.request.get(`/api/events/${eventId}/sessions`)).json();
  const orderId = await buy(buyer, session.id, { delivery: PAPER });
  const number = shortCodeOf(orderId);
  await page.goto("/seller");
  await page.getByRole("link", { name: /^Shipping/ }).click();
  await page.getByRole("searchbox", { name: "Find a parcel" }).fill(number);
  await page.getByRole("searchbox", { name: "Find a parcel" }).press("Enter");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Paper/ })).toBeVisible();
  const confirm = "Move";
  await step(page, "Being prepared", { confirm });
  await step(page, "Shipped", { confirm, fields: { "Tracking number": String(Date.now()) } });
  await step(page, "In transit", { confirm });
  await step(page, "Lost", { confirm, fields: { Reason: "Not at the depot" } });
  await step(page, "Being investigated", { confirm });
  const words = await step(page, "Compensated", { confirm, fields: { Reason: "The carrier gave up" } });
  expect(words).toContain("₩33,000 is refunded with the shipping fee");
  await expect(page.getByText("Nothing is left to do with this parcel.")).toBeVisible();
  await expectAccessible(page);
  expect(await rowsOf(orderId)).toMatchObject({ order: "cancelled", tickets: 0 });

  const theirs = await buyer.newPage();
  await theirs.goto(`/me/orders/${orderId}`);
  await expect(theirs.getByText("배송비까지 모두 환불해요.")).toBeVisible();
  await expectAccessible(theirs);
});

import { rowsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

test.beforeEach(async ({ context, logIn }) => logIn(context));

test("without a connection nothing is sent, which is said; with one the same press works once", async ({
  page,
  context,
  sale,
  admit,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await admit(context, sessionId);
  await page.goto(`/sessions/${sessionId}/tickets`);
  const hold = page.getByRole("button", { name: "1장 선점하기" });
  await expect(hold).toBeVisible();
  await context.setOffline(true);
  await hold.click();
  await expect(page.getByText("아무것도 보내지 않았어요")).toBeVisible();
  await expect(hold).toBeEnabled();
  await context.setOffline(false);
  await hold.click();
  await page.waitForURL(/\/checkout\//);

  const pay = page.getByRole("button", { name: /원 결제하기/ });
  await expect(pay).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("인터넷에 연결되어 있지 않아요.")).toBeVisible();
  await pay.click();
  await expect(page.getByText("아무것도 보내지 않았어요")).toBeVisible();
  await expect(pay).toBeEnabled();
  await context.setOffline(false);
  await purchase.goToPayment();
});

test("an answer that was lost is looked up: what arrived is gone on with, what did not is said", async ({
  page,
  context,
  sale,
  admit,
}) => {
  const { sessionId } = await sale();
  const purchase = new Purchase(page);
  await admit(context, sessionId);
  await page.goto(`/sessions/${sessionId}/tickets`);
  let lose: "before" | "after" = "before";
  await page.route(/trpc\/checkout\.(hold|checkOut)/, async (route) => {
    if (lose === "after") await route.fetch();
    await route.abort("connectionreset");
  });
  const hold = page.getByRole("button", { name: "1장 선점하기" });
  await hold.click();
  await expect(page.getByText("요청이 도착하지 않았어요")).toBeVisible();
  lose = "after";
  await hold.click();
  await page.waitForURL(/\/checkout\//);

  lose = "before";
  const pay = page.getByRole("button", { name: /원 결제하기/ });
  await pay.click();
  await expect(page.getByText("요청이 도착하지 않았어요")).toBeVisible();
  await page.unroute(/trpc\/checkout\.(hold|checkOut)/);
  await purchase.goToPayment();
  const orderId = await purchase.pay("결제 승인");
  await purchase.heading("예매가 완료됐어요");
  expect(await rowsOf(orderId)).toMatchObject({ order: "confirmed", tickets: 1 });
});

test("while the look-up has no answer it says that it is checking, and offers no second press", async ({
  page,
  context,
  sale,
  admit,
}) => {
  const { sessionId } = await sale();
  await admit(context, sessionId);
  await page.goto(`/sessions/${sessionId}/tickets`);
  const hold = page.getByRole("button", { name: "1장 선점하기" });
  await expect(hold).toBeVisible();
  const gate = Promise.withResolvers<void>();
  await page.route(/trpc\/checkout\.hold/, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.route(/trpc\/.*holds\.active/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await hold.click();
  await expect(page.getByText("확인 중이에요")).toBeVisible();
  await expect(hold).toBeDisabled();
  gate.resolve();
  await page.waitForURL(/\/checkout\//);
});

const pages = {
  "a light page": ({ eventId }: { eventId: string }) => `/events/${eventId}`,
  "a page with Next's router": () => "/me/notifications",
};

for (const [kind, pathOf] of Object.entries(pages))
  test(`what ${kind} loads after its first view comes once there is a connection`, async ({
    page,
    context,
    sale,
  }) => {
    await page.addInitScript(() => {
      globalThis.requestIdleCallback = () => 0;
    });
    await page.goto(pathOf(await sale()));
    const menu = page.getByRole("button", { name: "계정 메뉴" });
    await expect(menu).toBeEnabled();
    await context.setOffline(true);
    await menu.click();
    await expect(page.getByText("인터넷에 연결되어 있지 않아요.")).toBeVisible();
    await expect(page.getByRole("menu")).toBeHidden();
    await context.setOffline(false);
    await expect(page.getByRole("menu")).toBeVisible();
  });

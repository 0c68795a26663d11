import { newId } from "#server/platform/values/ids.ts";
import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { ADMIN } from "../fixtures/calls.ts";
import { givenDead, pause, raise, stepsOf } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";
import { Operations } from "../pages/operations.ts";

test.describe("of what was given up", () => {
  test.beforeEach(async ({ context, logInAsAdmin }) => logInAsAdmin(context));

  test("one is looked at and sent again", async ({ page }) => {
    const orderId = newId("order");
    const [id = ""] = await givenDead(orderId);
    const operations = new Operations(page);
    await operations.search(orderId, 1);
    await page.getByRole("link", { name: "OrderCompleted" }).click();
    await expect(page.getByRole("cell", { name: /받는 쪽이 거절함/ })).toContainText("HTTP 410");
    await page.getByText("받은 답").click();
    await expect(page.getByText("gone for good")).toBeVisible();
    await page.getByRole("button", { name: "다시 보내기" }).click();
    await expect(page.getByText("다시 보내도록 했어요.")).toBeVisible();
    expect((await stepsOf(id))[0]).toBe("DEAD PENDING");
    await expect(page.getByRole("button", { name: "종결하기" })).toBeHidden();
  });

  test("all that match are sent again, and none while there are others than were shown", async ({ page }) => {
    const orderId = newId("order");
    const ids = await givenDead(orderId, 3);
    const operations = new Operations(page);
    await operations.search(orderId, 3);
    await expect(page.getByRole("button", { name: "모두 다시 보내기" })).toBeHidden();
    await operations.choose("전송 중단");
    await page.getByRole("button", { name: "모두 다시 보내기" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByRole("button", { name: "3건 다시 보내기" })).toBeEnabled();
    await expectAccessible(page);
    ids.push(...(await givenDead(orderId)));
    await dialog.getByRole("button", { name: "3건 다시 보내기" }).click();
    await expect(dialog.getByRole("alert")).toContainText("아무것도 다시 보내지 않았어요");
    expect((await Promise.all(ids.map(stepsOf))).flat()).toEqual([]);
    await dialog.getByRole("button", { name: "4건 다시 보내기" }).click();
    await expect(page.getByText("4건을 다시 보내도록 했어요.")).toBeVisible();
    for (const id of ids) expect((await stepsOf(id))[0]).toBe("DEAD PENDING");
    await expect(page.getByText("조건에 맞는 내용이 없어요")).toBeVisible();
  });

  test("one is closed, but not without a note", async ({ page }) => {
    const [id = ""] = await givenDead(newId("order"));
    await new Operations(page).open(id);
    await page.getByRole("button", { name: "종결하기" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "종결하기" }).click();
    await expect(dialog.getByText("필수 입력 항목이에요.")).toBeVisible();
    expect(await stepsOf(id)).toEqual([]);
    await dialog.getByLabel("메모").fill("전화로 알려 드렸어요");
    await dialog.getByRole("button", { name: "종결하기" }).click();
    await expect(page.getByText("수동 종결")).toBeVisible();
    await expect(page.getByText("전화로 알려 드렸어요")).toBeVisible();
    expect(await stepsOf(id)).toEqual(["DEAD RESOLVED"]);
  });
});

test("a long list is read on to its end, and figures that stand still say so", async ({
  page,
  context,
  logInAsAdmin,
}) => {
  await logInAsAdmin(context);
  const orderId = newId("order");
  await givenDead(orderId, 51);
  await new Operations(page).search(orderId, 50);
  await page.getByRole("link", { name: "다음" }).click();
  await expect(page.getByText("1건 표시", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "다음" })).toBeHidden();
  await page.getByRole("link", { name: "처음으로" }).click();
  await expect(page.getByText("50건 표시", { exact: true })).toBeVisible();
  const answered = Promise.withResolvers<void>();
  await page.route(/transmissions\.list/, async (route) => {
    await answered.promise;
    await route.continue();
  });
  const search = page.getByRole("searchbox", { name: "찾기" });
  await search.fill(newId("order"));
  await search.press("Enter");
  await expect(page.getByText("50건 표시", { exact: true })).toBeHidden();
  await expect(page.getByRole("link", { name: "다음" })).toBeHidden();
  answered.resolve();
  await expect(page.getByText("0건 표시", { exact: true })).toBeVisible();
  await page.unroute(/transmissions\.list/);
  await page.route(/transmissions\.summary/, (route) => route.abort());
  await expect(page.getByText("새 데이터를 받지 못하고 있어요")).toBeVisible();
  await page.unroute(/transmissions\.summary/);
  await expect(page.getByText("실시간")).toBeVisible({ timeout: patient(20_000) });
});

for (const [destination, name] of [
  ["payment-provider", "결제 회사"],
  ["email", "이메일"],
] as const)
  test(`a paused destination says why, and is taken back by hand: ${destination}`, async ({
    page,
    context,
    logInAsAdmin,
  }) => {
    await logInAsAdmin(context);
    await pause(destination, "no answer in ten seconds");
    await page.goto("/admin/transmissions");
    const card = new Operations(page).card(name);
    await expect(card).toContainText("no answer in ten seconds");
    await card.getByRole("button", { name: /지금 다시 보내기/ }).click();
    await expect(card).toContainText("보내는 중");
    await expect(card).not.toContainText("no answer in ten seconds");
  });

test("an alert says what is the matter and leads to it", async ({ page, context, logInAsAdmin }) => {
  await logInAsAdmin(context);
  const orderId = newId("order");
  const [latest = ""] = await givenDead(orderId);
  await raise({ kind: "transmission_dead", subject: "data-platform", detail: { dead: 1, latest } });
  const payment = `payment ${crypto.randomUUID()}`;
  await raise({ kind: "wrong_amount", subject: payment, detail: { amount: 100, expected: 30_000 } });
  await page.goto("/admin/alerts");
  const wrongAmount = page.getByRole("listitem").filter({ hasText: payment });
  await expect(wrongAmount).toContainText("주문은 30,000원, 통지는 100원");
  await expect(wrongAmount).toContainText("3번 발생");
  await wrongAmount.getByRole("button", { name: "담당하기" }).click();
  const dialog = page.getByRole("dialog", { name: "경보 담당자 정하기" });
  await expect(dialog.getByRole("combobox", { name: "담당자" })).toContainText(`나 (${ADMIN.email})`);
  await dialog.getByRole("textbox", { name: "메모" }).fill("카드사에 물어보는 중");
  await dialog.getByRole("button", { name: "저장" }).click();
  await expect(wrongAmount).toContainText(`담당 ${ADMIN.email}`);
  await expect(wrongAmount).toContainText("카드사에 물어보는 중");
  await expectAccessible(page);
  await wrongAmount.getByRole("button", { name: "확인하고 해제" }).click();
  await expect(wrongAmount).toHaveCount(0);
  const dead = page.getByRole("listitem").filter({ hasText: "데이터 플랫폼" });
  await dead.getByRole("link", { name: "중단된 전송 보기" }).click();
  await expect(page).toHaveURL("/admin/transmissions?destination=data-platform&status=DEAD");
  await expect(page.getByText(orderId)).toBeVisible();
});

test("a buyer sees nothing of it, and a stranger comes back to it after the login", async ({
  browser,
  page,
  context,
  logIn,
}) => {
  const orderId = newId("order");
  await givenDead(orderId);
  await logIn(context);
  await page.goto("/");
  await expect(page.getByRole("button", { name: /계정 메뉴/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "운영" })).toBeHidden();
  for (const path of [
    "/sandbox/data-platform",
    "/admin/alerts",
    "/admin/refunds",
    "/admin/approvals",
    "/admin/orders",
    "/admin/transmissions",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "운영자만 볼 수 있는 화면이에요" })).toBeVisible();
  }
  await expect(page.getByRole("navigation", { name: "운영 메뉴" }).getByRole("link")).toHaveCount(0);
  const refused = await page.request.get("/api/trpc/transmissions.summary?input=%7B%7D");
  expect(refused.status()).toBe(403);

  const strangers = await browser.newContext();
  const stranger = await strangers.newPage();
  await stranger.goto(`/admin/transmissions?search=${orderId}`);
  await stranger.waitForURL(/\/login/);
  await stranger.getByLabel("이메일").fill(ADMIN.email);
  await stranger.getByLabel("비밀번호", { exact: true }).fill(ADMIN.password);
  await stranger.getByRole("main").getByRole("button", { name: "로그인" }).click();
  await expect(stranger.getByText("1건 표시", { exact: true })).toBeVisible();
  await strangers.close();
});

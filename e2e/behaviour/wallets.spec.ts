import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { pretendToss } from "../fixtures/toss.ts";
import { Purchase } from "../pages/purchase.ts";

const linksOf = (page: Page) => page.getByRole("link", { name: /지갑에 추가|Wallet/ });

test.describe("a shop that signs passes", () => {
  test.use({ baseURL: `http://localhost:${process.env.E2E_TOSS_SHOP_PORT}` });

  test("has links to both wallets on a ticket, and words where the door takes moving codes", async ({
    page,
    context,
    browser,
    baseURL,
    sale,
    hold,
    logIn,
    logInAsAdmin,
  }) => {
    await pretendToss(page);
    await logIn(context);
    const { sessionId } = await sale();
    const purchase = new Purchase(page);
    await purchase.toTossWindow(await hold(context, sessionId));
    await page.getByRole("link", { name: "pay" }).click();
    await purchase.heading("예매가 완료됐어요");
    await page.goto("/me/tickets");
    await expect(linksOf(page)).toHaveText(["Apple 지갑에 추가", "Google 지갑에 추가"]);
    await expect(page.getByText("다른 사람에게 주거나 취소하면 지갑에 넣은 QR로는")).toBeVisible();
    await expectAccessible(page);

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Apple 지갑에 추가" }).click();
    expect((await download).suggestedFilename()).toMatch(/^ticket_\w+\.pkpass$/);
    const google = await page.getByRole("link", { name: "Google 지갑에 추가" }).getAttribute("href");
    const answer = await context.request.get(google ?? "", { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([
      303,
      expect.stringMatching(/^https:\/\/pay\.google\.com\/gp\/v\/save\/[\w.-]+$/),
    ]);

    await context.addCookies([{ name: "locale", value: "en", url: page.url() }]);
    await page.reload();
    await expect(linksOf(page)).toHaveText(["Add to Apple Wallet", "Add to Google Wallet"]);

    const admin = await browser.newContext(baseURL ? { baseURL } : {});
    await logInAsAdmin(admin);
    const changed = await admin.request.patch(`/api/admin/sessions/${sessionId}`, {
      ...{ headers: { origin: baseURL ?? "" }, data: { terms: { entryCodes: "MOVING" } } },
    });
    expect(changed.status()).toBe(200);
    await admin.close();
    // A link that was open meanwhile leads back to the page, which says why.
    await page.getByRole("link", { name: "Add to Apple Wallet" }).click();
    await expect(page.getByText("so this ticket cannot be added to a phone wallet")).toBeVisible();
    await expect(linksOf(page)).toHaveCount(0);
    await expectAccessible(page);
  });
});

test("a shop without certificates has no links to wallets", async ({ page, context, logIn, sale, buy }) => {
  await logIn(context);
  await buy(context, (await sale()).sessionId);
  await page.goto("/me/tickets");
  await expect(page.getByRole("button", { name: "QR 크게 보기" })).toBeVisible();
  await expect(linksOf(page)).toHaveCount(0);
  await expect(page.getByText("지갑")).toHaveCount(0);
});

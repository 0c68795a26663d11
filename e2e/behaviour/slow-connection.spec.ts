import type { Page } from "@playwright/test";
import { post } from "../fixtures/calls.ts";
import { expect, test } from "../fixtures/test.ts";
import { Purchase } from "../pages/purchase.ts";

/** Holds back the server's answers to what `url` matches, until the returned function is called. */
async function holdBack(page: Page, url: string | RegExp): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    const response = await route.fetch();
    await gate.promise;
    await route.fulfill({ response });
  });
  return gate.resolve;
}

/** Lets go of what a page still asks for as its test ends. */
test.afterEach(({ page }) => page.unrouteAll({ behavior: "ignoreErrors" }));

/** @returns what has been taken out of the page since, as HTML */
async function watchRemovals(page: Page): Promise<() => Promise<readonly string[]>> {
  const removed = await page.evaluateHandle(() => {
    const gone: string[] = [];
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ removedNodes }) => [...removedNodes]))
        if (node instanceof Element) gone.push(node.outerHTML);
    }).observe(document.body, { subtree: true, childList: true });
    return gone;
  });
  return () => removed.jsonValue();
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("이메일").fill(`${crypto.randomUUID()}@e2e.example`);
  await page.getByLabel("비밀번호", { exact: true }).fill("Rush2026x");
}

test("a form filled in before the page's scripts came is sent whole, and never in the address", async ({
  page,
  sale,
}) => {
  const { sessionId } = await sale();
  const next = `/sessions/${sessionId}/queue`;
  const letScriptsCome = await holdBack(page, /\/_next\/static\/.*\.js/);
  await page.goto(`/signup?next=${encodeURIComponent(next)}`, { waitUntil: "commit" });
  await fillIn(page);
  await page.getByLabel("비밀번호", { exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "가입하기" })).toBeDisabled();
  letScriptsCome();
  await page.getByRole("button", { name: "가입하기" }).click();
  await page.waitForURL(`**${next}`);
  const purchase = new Purchase(page);
  await purchase.join();
  await purchase.enter();
});

test("an answer about the stranger that comes after the sign-up changes nothing", async ({ page, sale }) => {
  const { sessionId } = await sale();
  const next = `/sessions/${sessionId}/queue`;
  const letAnswerCome = await holdBack(page, /\/api\/trpc\/auth\.me/);
  await page.goto(`/signup?next=${encodeURIComponent(next)}`);
  await fillIn(page);
  const loggedIn = page.waitForResponse(/\/api\/auth\/login/);
  await page.getByRole("button", { name: "가입하기" }).click();
  await loggedIn;
  letAnswerCome();
  await page.waitForURL(`**${next}`);
  const purchase = new Purchase(page);
  await purchase.join();
  await purchase.enter();
});

test("place, turn and time left are read before the page's scripts came", async ({
  page,
  context,
  baseURL,
  browser,
  sale,
  logIn,
  admit,
  hold,
}) => {
  const { sessionId } = await sale({ admitLimit: 1 });
  const first = await browser.newContext();
  await Promise.all([logIn(first), logIn(context)]);
  await admit(first, sessionId);
  await post(context, baseURL, "/api/queue/token", { sessionId });
  const letScriptsCome = await holdBack(page, /\/_next\/static\/.*\.js/);
  const open = () => page.goto(`/sessions/${sessionId}/queue`, { waitUntil: "commit" });
  await open();
  await expect(page.getByText("내 순번").locator("..")).toContainText("2");
  await hold(first, sessionId);
  await admit(context, sessionId);
  await open();
  await expect(page.getByRole("heading", { name: "차례가 됐어요" })).toBeVisible();
  await expect(page.getByText("입장 마감까지").locator("..")).toContainText(/[012]:[0-5]\d/);
  const removed = await watchRemovals(page);
  letScriptsCome();
  await expect(page.getByRole("button", { name: "입장하기" })).toBeEnabled();
  expect(await removed(), "what the server drew is taken over, not made once more").toEqual([]);
  await page.getByRole("button", { name: "입장하기" }).click();
  await page.waitForURL(/\/tickets$/);
  await first.close();
});

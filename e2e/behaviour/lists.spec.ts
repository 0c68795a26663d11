import type { Page } from "@playwright/test";
import { accountOf, PASSWORD, post } from "../fixtures/calls.ts";
import { setRole } from "../fixtures/database.ts";
import { expect, test } from "../fixtures/test.ts";

/** What a page of a list has at the most, and how many rows of the list are on the page after it. */
const [PAGE_ROWS, MORE] = [50, 2];

const names = (page: Page) => page.getByRole("main").getByRole("rowheader");
const searchField = (page: Page) => page.getByRole("searchbox", { name: "배치도 찾기" });

/** Marks the document that is open, so that a test finds out whether it still is. */
const markDocument = (page: Page) => page.evaluate(() => document.documentElement.classList.add("marked"));
const isMarked = (page: Page) => page.evaluate(() => document.documentElement.classList.contains("marked"));

test("a list's search and pages are in the address, and change on the page that is open", async ({
  page,
  context,
  baseURL,
  logIn,
}) => {
  await logIn(context);
  const { id, email } = await accountOf(context);
  await setRole(id, "SELLER");
  await post(context, baseURL, "/api/auth/login", { email, password: PASSWORD });
  for (const number of Array(PAGE_ROWS + MORE).keys())
    await post(context, baseURL, "/api/admin/seat-maps", {
      ...{ name: `${number + 1}번 홀`, venue: "서울" },
      plan: { sections: [], rows: [] },
    });

  await page.goto("/seller/seat-maps");
  await expect(names(page)).toHaveCount(PAGE_ROWS);
  await markDocument(page);
  await page.getByRole("link", { name: "다음" }).click();
  await expect(names(page)).toHaveText(["2번 홀", "1번 홀"]);
  await expect(page).toHaveURL(/cursor=/);
  await page.goBack();
  await expect(names(page)).toHaveCount(PAGE_ROWS);
  await page.goForward();
  await expect(names(page)).toHaveCount(MORE);
  await searchField(page).fill("51번");
  await searchField(page).press("Enter");
  await expect(names(page)).toHaveText(["51번 홀"]);
  await expect(page).toHaveURL(/\?search=51/);
  expect(await isMarked(page)).toBe(true);

  await page.reload();
  await expect(names(page)).toHaveText(["51번 홀"]);
  await expect(searchField(page)).toHaveValue("51번");
  expect(await isMarked(page)).toBe(false);
  await page.goBack();
  await expect(names(page)).toHaveText(["2번 홀", "1번 홀"]);
  await expect(searchField(page)).toHaveValue("");
});

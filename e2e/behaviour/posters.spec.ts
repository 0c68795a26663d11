import { photo } from "#server/testing/pictures.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";

test("a poster is uploaded, described and saved, and buyers see it", async ({
  page,
  context,
  sale,
  logInAsAdmin,
}) => {
  const { eventId } = await sale();
  await logInAsAdmin(context);
  await page.goto(`/admin/events/${eventId}/edit`);
  const poster = page.getByRole("group", { name: "포스터" });
  const file = poster.locator("input[type=file]");
  await file.setInputFiles({ name: "poster.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(poster.getByRole("alert")).toContainText("JPEG, PNG, WebP, AVIF");
  await file.setInputFiles({
    ...{ name: "poster.jpg", mimeType: "image/jpeg" },
    buffer: await photo({ width: 1200, height: 1600 }),
  });
  await expect(poster.getByText("포스터를 올렸어요")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "저장하기" }).click();
  await expect(poster.getByText("필수 입력 항목이에요.")).toBeVisible();
  await poster.getByLabel("포스터 설명").fill("눈 내리는 무대 위 피아노");
  await page.getByRole("button", { name: "저장하기" }).click();
  await page.waitForURL(new RegExp(`/admin/events/${eventId}$`));

  await page.goto(`/events/${eventId}`);
  const shown = page.getByRole("img", { name: "눈 내리는 무대 위 피아노" });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const social = await page.locator("meta[property='og:image']").getAttribute("content");
  const { pathname, search } = new URL(social ?? "", page.url());
  const answer = await page.request.get(pathname + search);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect((await page.request.get(pathname)).headers()["cache-control"]).toBe("public, max-age=300");
  await expectAccessible(page);

  await page.goto(`/admin/events/new?from=${eventId}`);
  await expect(poster.getByText("포스터를 올렸어요")).toBeVisible();
  await expect(poster.getByLabel("포스터 설명")).toHaveValue("눈 내리는 무대 위 피아노");
  await page.getByLabel("일시").fill("2030-12-24T19:00");
  await page.getByRole("button", { name: "공연 열기" }).click();
  await page.waitForURL(/\/admin\/events\/event_/);
  const copyId = page.url().split("/").at(-1) ?? "";

  await page.goto(`/admin/events/${eventId}/edit`);
  await poster.getByRole("button", { name: "포스터 빼기" }).click();
  await page.getByRole("button", { name: "저장하기" }).click();
  await page.waitForURL(new RegExp(`/admin/events/${eventId}$`));
  await page.goto(`/events/${eventId}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(shown).toBeHidden();
  // The copy has a picture of its own.
  await page.goto(`/events/${copyId}`);
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

test("an event without a poster has a picture for links, and a draft has none", async ({
  page,
  context,
  baseURL,
  sale,
  logInAsAdmin,
}) => {
  const { eventId } = await sale({ title: `Tom & Jerry ${crypto.randomUUID().slice(0, 8)}` });
  await page.goto(`/events/${eventId}`);
  const social = await page.locator("meta[property='og:image']").getAttribute("content");
  const { pathname, search } = new URL(social ?? "", page.url());
  const answer = await page.request.get(pathname + search);
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/jpeg"]);
  await page.setContent(`<img src="data:image/jpeg;base64,${(await answer.body()).toString("base64")}">`);
  const size = await page
    .locator("img")
    .evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
  expect(size).toEqual([1200, 630]);
  await logInAsAdmin(context);
  const withdrawn = await context.request.patch(`/api/admin/events/${eventId}`, {
    headers: { origin: baseURL ?? "" },
    data: { status: "DRAFT" },
  });
  expect(withdrawn.status()).toBe(200);
  // Not even for its operator: a picture that was kept would be shown to others.
  await expect.poll(async () => (await page.request.get(pathname + search)).status()).toBe(404);
});

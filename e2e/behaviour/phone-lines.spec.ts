import type { BrowserContext } from "@playwright/test";
import { patient } from "#server/testing/patience.ts";
import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { newVendorId, Wizard } from "../pages/integration.ts";

// This test runs in the other shop, because it takes every phone line and other tests would wait for one.
test.use({ baseURL: `http://localhost:${process.env.E2E_TOSS_SHOP_PORT}` });

test.beforeEach(async ({ context, logIn }) => logIn(context));

test("a seller waits while the lines are taken, and is next when an operator frees them", async ({
  page,
  browser,
  logIn,
  logInAsAdmin,
  baseURL,
}) => {
  test.setTimeout(patient(120_000));
  // Enough sellers come first to take every line and to leave some waiting.
  const headers = { origin: baseURL ?? "" };
  const sessions: { id: string; others: BrowserContext }[] = [];
  const move = ({ id, others }: (typeof sessions)[number], status: string) =>
    others.request.patch(`/api/integration/session/${id}/status`, { headers, data: { status } });
  for (let count = 0; count < 5; count++) {
    const others = await browser.newContext();
    await logIn(others);
    const data = { vendorId: newVendorId() };
    const started = await others.request.post("/api/integration/session", { headers, data });
    expect(started.status()).toBe(201);
    const { id } = await started.json();
    for (const status of ["INFO_ENTERING", "WAITING_FOR_LOCK"]) await move({ id, others }, status);
    sessions.push({ id, others });
  }
  const wizard = new Wizard(page);
  await wizard.begin();
  await wizard.consent();
  await wizard.enterDetails();
  await wizard.heading("순서를 기다리고 있어요");
  await expectAccessible(page);

  const admin = await browser.newContext();
  await logInAsAdmin(admin);
  const desk = await admin.newPage();
  await desk.goto("/admin/integration");
  await expect(desk.getByRole("link", { name: new RegExp(wizard.vendorId) })).toContainText("기다림");
  await expectAccessible(desk);
  for (const session of sessions) await move(session, "CANCELLED");
  await wizard.heading("쿠팡에 이 전화번호를 입력하세요");
  await expectAccessible(page);
  const card = desk
    .getByRole("listitem")
    .filter({ hasText: wizard.vendorId })
    .filter({ hasText: "회수하기" });
  await card.getByRole("button", { name: "회수하기" }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "회수하기" }).click();
  await expect(page.getByText("연결하지 못했어요")).toBeVisible();
  await expect(page.getByText("이유: 운영자가 전화번호를 회수했어요")).toBeVisible();
  await desk
    .getByRole("link", { name: new RegExp(wizard.vendorId) })
    .first()
    .click();
  await expect(desk.getByText("운영자가 전화번호를 회수했어요").first()).toBeVisible();
  await expectAccessible(desk);
  for (const { others } of sessions) await others.close();
  await admin.close();
});

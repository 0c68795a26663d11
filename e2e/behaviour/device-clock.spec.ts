import { patient } from "#server/testing/patience.ts";
import { expect, test } from "../fixtures/test.ts";

/** Until sales open: longer than it takes to open two pages and to change their clocks. They are opened earlier then. */
const OPENS_IN_SECONDS = 1200;
/** As long as a page takes to learn of another opening. */
const OPENS_SOON_SECONDS = 15;
/** A countdown by the server's clock. By the device's it would show hours, or be over. */
const LITTLE_LEFT = /^1\d:[0-5]\d$/;

declare global {
  interface Window {
    setDeviceClock(aheadMs: number): void;
  }
}

test("the opening is seen on time though the device's clock is set two hours on or back while the page waits", async ({
  context,
  sale,
  openSalesIn,
}) => {
  test.setTimeout(patient(120_000));
  await context.addInitScript(() => {
    const real = Date.now.bind(Date);
    let ahead = 0;
    Date.now = () => real() + ahead;
    window.setDeviceClock = (aheadMs) => {
      ahead = aheadMs;
    };
  });
  const pages = await Promise.all([2, -2].map(async (hours) => ({ hours, page: await context.newPage() })));
  const { sessionId } = await sale({ opensInSeconds: OPENS_IN_SECONDS });
  await Promise.all(
    pages.map(async ({ hours, page }) => {
      await page.goto(`/sessions/${sessionId}/queue`);
      const timer = page.getByRole("timer");
      await expect(timer).toHaveText(LITTLE_LEFT);
      await page.evaluate((aheadMs) => window.setDeviceClock(aheadMs), hours * 3_600_000);
      const first = await timer.textContent();
      // The countdown continues with the next second and jumps to no other figure.
      await expect(timer).not.toHaveText(first ?? "");
      await expect(timer).toHaveText(LITTLE_LEFT);
    }),
  );
  await openSalesIn(sessionId, OPENS_SOON_SECONDS);
  for (const { page } of pages)
    await expect(page.getByText("판매 시작까지")).toBeHidden({ timeout: patient(20_000) });
});

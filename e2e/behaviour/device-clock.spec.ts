import { patient } from "#server/testing/patience.ts";
import { expect, test } from "../fixtures/test.ts";

const OPENS_IN_SECONDS = 15;

declare global {
  interface Window {
    setDeviceClock(aheadMs: number): void;
  }
}

for (const hours of [2, -2])
  test(`the opening is seen on time though the device's clock is set ${hours} hours on while the page waits`, async ({
    page,
    sale,
  }) => {
    test.setTimeout(patient(120_000));
    await page.addInitScript(() => {
      const real = Date.now.bind(Date);
      let ahead = 0;
      Date.now = () => real() + ahead;
      window.setDeviceClock = (aheadMs) => {
        ahead = aheadMs;
      };
    });
    const { sessionId } = await sale({ opensInSeconds: OPENS_IN_SECONDS });
    await page.goto(`/sessions/${sessionId}/queue`);
    const timer = page.getByRole("timer");
    await expect(timer).toHaveText(/^0:[0-2]\d$/);
    await page.evaluate((aheadMs) => window.setDeviceClock(aheadMs), hours * 3_600_000);
    const first = await timer.textContent();
    // The countdown continues with the next second and jumps to no other figure.
    await expect(timer).not.toHaveText(first ?? "");
    await expect(timer).toHaveText(/^0:[0-2]\d$/);
    await expect(page.getByText("판매 시작까지")).toBeHidden({ timeout: (OPENS_IN_SECONDS + 15) * 1000 });
  });

import { expectAccessible } from "../fixtures/accessibility.ts";
import { expect, test } from "../fixtures/test.ts";
import { Operations } from "../pages/operations.ts";

const well = { status: "HEALTHY", latencyMs: 1 };
const checks = {
  ...{ postgres: well, redis: well, jobServer: well },
  ...{ jobRegistration: well, jobs: well, external: well },
};

test("an operator reads what works, what failed means for buyers, and what cannot be read", async ({
  page,
  context,
  logInAsAdmin,
}) => {
  await logInAsAdmin(context);
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await new Operations(page).goTo("서비스 상태");
  await page.waitForURL(/\/admin\/health$/);
  const now = page.getByRole("region", { name: "지금" });
  await expect(now.getByRole("listitem").filter({ hasText: "데이터베이스(Postgres)" })).toBeVisible();
  await expect(page.getByRole("region", { name: "기록된 상태" })).toContainText(/서비스 전체|아직 한 번도/);
  await expectAccessible(page);

  const away = { ...checks, redis: { status: "UNHEALTHY", latencyMs: 1001.5 } };
  await page.route("**/api/health", (route) =>
    route.fulfill({ json: { status: "UNHEALTHY", checks: away } }),
  );
  const redis = now.getByRole("listitem").filter({ hasText: "대기열과 로그인(Redis)" });
  await expect(redis).toContainText("심각한 문제");
  await expect(redis).toContainText("선점과 결제는 잃지 않아요");
  await expect(redis).toContainText("REDIS_URL");
  await expectAccessible(page);

  await page.route("**/api/health", (route) => route.abort());
  await page.route("**/api/trpc/**", (route) => route.abort());
  await expect(now.getByText("앱이 응답하지 않아요")).toBeVisible();
  await expect(now.getByText("마지막으로 받은 상태예요", { exact: false })).toBeVisible();
  await expect(page.getByText("기록을 읽지 못했어요. 없다는 뜻이 아니에요.").first()).toBeVisible();
});

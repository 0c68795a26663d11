import type { Page } from "@playwright/test";
import { pushService, subscribedBrowser } from "#server/testing/push-service.ts";
import { PASSWORD, post } from "../fixtures/calls.ts";
import { expect, test } from "../fixtures/test.ts";

// The shop knows one push service, at which one test at a time listens.
test.describe.configure({ mode: "default" });

const turnOn = (page: Page) => page.getByRole("button", { name: "이 기기로 알림 받기" });

/**
 * Has the page's browser subscribe with keys of this test at a push service of this machine. The browser's own service is
 * another company's, which a test does not call.
 */
const subscribeWith = (page: Page, subscription: { endpoint: string; keys: object }) =>
  page.addInitScript((given) => {
    const own = {
      toJSON: () => given,
      unsubscribe: async () => {
        localStorage.removeItem("subscribed");
        return true;
      },
    } as unknown as PushSubscription;
    // Headless browsers refuse notifications, whatever a test grants.
    Object.defineProperty(Notification, "permission", {
      get: () => (localStorage.getItem("subscribed") ? "granted" : "default"),
    });
    Notification.requestPermission = async () => "granted";
    PushManager.prototype.subscribe = async () => {
      localStorage.setItem("subscribed", "yes");
      return own;
    };
    PushManager.prototype.getSubscription = async () => (localStorage.getItem("subscribed") ? own : null);
  }, subscription);

/** Has the page's worker get a message as from a push service, and its notification pressed. @returns what came of it */
async function receive(page: Page, message: object) {
  const worker = page
    .context()
    .serviceWorkers()
    .find((one) => one.url().includes("/push-worker.js"));
  return worker?.evaluate(async (text) => {
    // biome-ignore lint/suspicious/noExplicitAny: the library of types here is that of pages, not of workers.
    const scope = self as any;
    const shown: { title: string; body: string; data: unknown }[] = [];
    const opened: string[] = [];
    const pending: Promise<unknown>[] = [];
    // Headless browsers show no notifications, and a window opens after a real press alone.
    scope.registration.showNotification = async (title: string, options: { body: string; data: unknown }) =>
      shown.push({ title, body: options.body, data: options.data });
    scope.clients.openWindow = async (address: string) => opened.push(address);
    const dispatch = async (event: Event, more: object) => {
      const waitUntil = (promise: Promise<unknown>) => pending.push(promise);
      scope.dispatchEvent(
        Object.defineProperties(event, Object.getOwnPropertyDescriptors({ ...more, waitUntil })),
      );
      await Promise.all(pending);
    };
    await dispatch(new scope.PushEvent("push", { data: text }), {});
    const [first] = shown;
    const notification = { data: first?.data, close: () => undefined };
    await dispatch(new scope.ExtendableEvent("notificationclick"), { notification });
    return { shown, opened };
  }, JSON.stringify(message));
}

test("who waits for tickets is told on their device while the page is closed, until they end it", async ({
  page,
  context,
  baseURL,
  sale,
  logIn,
  buyer,
  buy,
}) => {
  const service = await pushService(Number(process.env.E2E_PUSH_PORT));
  const device = subscribedBrowser(service.origin);
  await subscribeWith(page, device.subscription);
  await logIn(context);
  const { sessionId, title } = await sale({ stock: 1, waitlist: true });
  const orderId = await buy(buyer, sessionId);

  await page.goto(`/sessions/${sessionId}/waitlist`);
  const join = page.getByRole("button", { name: "대기 명단에 올리기" });
  await expect(join).toBeVisible();
  await expect(turnOn(page)).toHaveCount(0);
  await join.click();
  await turnOn(page).click();
  await expect(page.getByText("이 기기로도 알려 드려요.")).toBeVisible();

  await post(buyer, baseURL, `/api/orders/${orderId}/cancel`, {});
  await expect.poll(() => service.got.length).toBe(1);
  const [message] = service.got;
  expect(message?.path).toBe(device.path);
  const told = device.read(message?.body as Buffer);
  const outcome = await receive(page, told);
  expect(outcome?.shown).toMatchObject([{ title: "기다리시던 티켓이 나왔어요" }]);
  expect(outcome?.shown[0]?.body).toContain(title);
  expect(outcome?.opened).toEqual([`${baseURL}/me/waitlist`]);

  await page.goto("/me/notifications");
  const devices = page.getByRole("region", { name: "알림을 받는 기기" });
  const row = devices.getByRole("listitem");
  await expect(row).toContainText("이 기기");
  await row.getByRole("button", { name: /^알림 끄기/ }).click();
  await expect(row).toHaveCount(0);
  await expect(turnOn(page)).toBeVisible();
  await service.stop();
});

test("a person who refused notifications reads where to allow them, and what still comes", async ({
  page,
  context,
  logIn,
}) => {
  await logIn(context);
  await page.addInitScript(() => Object.defineProperty(Notification, "permission", { get: () => "denied" }));
  await page.goto("/me/notifications");
  await expect(page.getByText("이 사이트의 알림이 차단되어 있어요")).toBeVisible();
  await expect(page.getByText(/앱 알림은 그대로 오고, 이메일은 알림 설정대로/)).toBeVisible();
  await expect(turnOn(page)).toHaveCount(0);
});

test.describe("on an iPhone", () => {
  test.use({
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  });

  test("a person reads that the shop has to be on the home screen", async ({ page, context, logIn }) => {
    await logIn(context);
    await page.addInitScript(() => Reflect.deleteProperty(window, "PushManager"));
    await page.goto("/me/notifications");
    await expect(page.getByText(/홈 화면에 추가해야 알림을 받을 수 있어요/)).toBeVisible();
    await expect(turnOn(page)).toHaveCount(0);
  });
});

test("a stranger who wants to be told of an opening logs in, is told of it then, and can take it back", async ({
  page,
  sale,
}) => {
  const { eventId, sessionId } = await sale({ opensInSeconds: 3600 });
  await page.goto(`/events/${eventId}`);
  await page.getByRole("button", { name: /판매 10분 전에 알림 받기$/ }).click();
  await page.getByRole("main").getByRole("link", { name: "회원가입" }).click();
  // The page before has fields of the same names.
  await expect(page.getByRole("heading", { name: "회원가입" })).toBeVisible();
  await page.getByLabel("이메일").fill(`${crypto.randomUUID()}@e2e.example`);
  await page.getByLabel("비밀번호", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "가입하기" }).click();
  await page.waitForURL(`**/events/${eventId}`);
  const asked = page.getByRole("button", { name: /판매 알림 신청됨$/ });
  await expect(asked).toHaveAttribute("aria-pressed", "true");
  await page.goto(`/sessions/${sessionId}/queue`);
  await expect(asked).toBeVisible();
  await expect(page.getByText("이 기기로도 바로 알려 드릴까요?")).toBeVisible();
  await asked.click();
  await expect(page.getByRole("button", { name: /판매 10분 전에 알림 받기$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: /판매 10분 전에 알림 받기$/ })).toBeVisible();

  await page.goto("/me/notifications");
  const choices = page.getByRole("region", { name: "무엇을 어떻게 알려 드릴까요" });
  const opening = choices.getByRole("group", { name: "판매 시작 알림" });
  await opening.getByLabel("이메일").uncheck();
  await page.reload();
  await expect(opening.getByLabel("이메일")).not.toBeChecked();
  await expect(opening.getByLabel("기기")).toBeChecked();
  await expect(choices.getByRole("group", { name: /공연 변경과 취소/ }).getByLabel("이메일")).toBeDisabled();
});

test("who waits in a queue is told at their turn on their device", async ({
  browser,
  page,
  context,
  sale,
  logIn,
  hold,
  admit,
}) => {
  const service = await pushService(Number(process.env.E2E_PUSH_PORT));
  const device = subscribedBrowser(service.origin);
  await subscribeWith(page, device.subscription);
  const first = await browser.newContext();
  await Promise.all([logIn(first), logIn(context)]);
  const { sessionId, title } = await sale({ admitLimit: 1 });
  await admit(first, sessionId);
  await page.goto(`/sessions/${sessionId}/queue`);
  await page.getByRole("button", { name: "예매하기" }).click();
  const ask = page.getByRole("button", { name: "차례가 되면 알림 받기" });
  await expect(ask).toBeVisible();
  await expect(turnOn(page)).toHaveCount(0);
  await ask.click();
  await expect(page.getByText(/5분 넘게 닫아 두면 순번이 사라지니/)).toBeVisible();
  await turnOn(page).click();
  await expect(page.getByText("이 기기로도 알려 드려요.")).toBeVisible();
  await page.goto("about:blank");
  await hold(first, sessionId);
  await expect.poll(() => service.got.length).toBe(1);
  const told = device.read(service.got[0]?.body as Buffer);
  expect(told).toMatchObject({ title: "차례가 됐어요", path: `/sessions/${sessionId}/queue` });
  expect(told.body).toContain(title);
  await service.stop();
  await first.close();
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";

const SERVER = Date.parse("2026-06-01T12:00:00Z");

/** The server's clock goes on by the steady one, whatever becomes of the device's. */
const serverTime = () => SERVER + performance.now();
let reachable = true;
const answered = vi.fn(async () => {
  if (!reachable) throw new TypeError("Failed to fetch");
  return new Response(null, { headers: { date: new Date(serverTime()).toUTCString() } });
});

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ now: Date.parse("2026-06-01T12:00:30Z") });
  reachable = true;
  answered.mockClear();
  vi.stubGlobal("fetch", answered);
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A page that has been told the time once. */
async function givenPage() {
  const clock = await import("./offset.ts");
  const measured = clock.beginMeasuring();
  await vi.advanceTimersByTimeAsync(40);
  measured(serverTime() - 20);
  return clock;
}
const errorMs = ({ serverNow }: { serverNow: () => number }) => Math.abs(serverNow() - serverTime());

it("follows the server's clock and not the device's, which is half a minute ahead", async () => {
  expect(errorMs(await givenPage())).toBeLessThan(1);
});

it.each([
  ["two hours forward", 7200],
  ["two hours back", -7200],
])("goes on as it was where the device's clock is set %s, and asks again", async (_, seconds) => {
  const clock = await givenPage();
  let told = 0;
  clock.subscribeToServerTime(() => told++);
  vi.setSystemTime(Date.now() + seconds * 1000);
  expect(errorMs(clock)).toBeLessThan(1);
  await vi.advanceTimersByTimeAsync(0);
  expect([answered.mock.calls.length, told]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(errorMs(clock)).toBeLessThan(1000);
  expect(answered).toHaveBeenCalledTimes(1);
});

it("knows the time again after a sleep in which the steady clock stood still, once it is back in sight", async () => {
  const clock = await givenPage();
  clock.subscribeToServerTime(() => {});
  const asleepMs = 3_600_000;
  vi.setSystemTime(Date.now() + asleepMs);
  answered.mockImplementationOnce(
    async () => new Response(null, { headers: { date: new Date(serverTime() + asleepMs).toUTCString() } }),
  );
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(Math.abs(clock.serverNow() - serverTime() - asleepMs)).toBeLessThan(1000);
});

it("goes by the device's clock after a sleep as long as no answer comes", async () => {
  const clock = await givenPage();
  clock.subscribeToServerTime(() => {});
  expect(Math.abs(clock.serverNowAfterSleep() - serverTime())).toBeLessThan(1);
  reachable = false;
  const asleepMs = 3_600_000;
  vi.setSystemTime(Date.now() + asleepMs);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(Math.abs(clock.serverNowAfterSleep() - serverTime() - asleepMs)).toBeLessThan(1);
  expect(errorMs(clock)).toBeLessThan(1);
  // The device's clock was set, and nothing slept: the first answer says so.
  reachable = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(Math.abs(clock.serverNowAfterSleep() - serverTime())).toBeLessThan(1000);
});

it("asks until it is answered", async () => {
  const clock = await givenPage();
  reachable = false;
  vi.setSystemTime(Date.now() + 7_200_000);
  clock.serverNow();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(answered.mock.calls.length).toBeGreaterThan(2);
  reachable = true;
  await vi.advanceTimersByTimeAsync(5000);
  const before = answered.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(answered).toHaveBeenCalledTimes(before);
});

it("takes no answer for a measurement during which the device slept", async () => {
  const clock = await givenPage();
  const measured = clock.beginMeasuring();
  const stamped = serverTime() - 3_600_000;
  vi.setSystemTime(Date.now() + 3_600_000);
  measured(stamped);
  expect(errorMs(clock)).toBeLessThan(1);
});

it("keeps the quickest answer, but not for ever", async () => {
  const clock = await givenPage();
  const slow = async (errorInMs: number) => {
    const measured = clock.beginMeasuring();
    await vi.advanceTimersByTimeAsync(400);
    measured(serverTime() - 200 + errorInMs);
  };
  await slow(150);
  expect(errorMs(clock)).toBeLessThan(1);
  await vi.advanceTimersByTimeAsync(301_000);
  await slow(150);
  expect(errorMs(clock)).toBeCloseTo(150, 0);
});

it("without any answer keeps to the device's clock as it was when the page came", async () => {
  reachable = false;
  const clock = await import("./offset.ts");
  const before = clock.serverNow();
  vi.setSystemTime(Date.now() - 7_200_000);
  expect(Math.abs(clock.serverNow() - before)).toBeLessThan(1000);
});

it("without a network goes by what an earlier page measured, and forgets that with the first answer", async () => {
  const clock = await import("./offset.ts");
  const ahead = serverTime() - Date.now();
  clock.assumeServerAhead(ahead);
  expect(errorMs(clock)).toBeLessThan(1);
  expect(Math.abs(clock.serverNowAfterSleep() - serverTime())).toBeLessThan(1);
  const measured = clock.beginMeasuring();
  await vi.advanceTimersByTimeAsync(400);
  measured(serverTime() - 200 + 100);
  expect(errorMs(clock)).toBeCloseTo(100, 0);
  clock.assumeServerAhead(ahead + 5000);
  expect(errorMs(clock)).toBeCloseTo(100, 0);
});

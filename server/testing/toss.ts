import { afterAll, vi } from "vitest";
import { env } from "#server/platform/config/env.ts";
import { FAKE_TOSS_KEY, type FakeToss, startFakeToss } from "#server/testing/fake-toss.ts";

/** Makes a pretended Toss the payment provider of this test file; called before anything reads the settings. */
export async function payAtToss(): Promise<FakeToss> {
  const toss = await startFakeToss();
  vi.stubEnv("PAYMENT_PROVIDER", "toss");
  vi.stubEnv("TOSS_API_URL", toss.url);
  vi.stubEnv("TOSS_SECRET_KEY", FAKE_TOSS_KEY);
  vi.stubEnv("TOSS_CLIENT_KEY", "test_ck_of_the_pretended_toss");
  if (env.TOSS_API_URL !== toss.url) throw new Error("the settings had been read before");
  afterAll(() => toss.stop());
  return toss;
}

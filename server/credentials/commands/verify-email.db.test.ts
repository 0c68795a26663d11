import { expect, it, vi } from "vitest";
import { createContext } from "../../platform/operation/context.ts";
import { linkTo, mailsTo } from "../../testing/account-links.ts";
import { aLogin, anAccount, reasonOf } from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { forgetLinks } from "../jobs/forget-links.ts";
import { askVerification } from "./ask-verification.ts";
import { verifyEmail } from "./verify-email.ts";

// Hoisted above the imports, whose modules read the settings as they load.
vi.hoisted(() => vi.stubEnv("REQUIRE_VERIFIED_EMAIL", "on"));

const SUBJECT = "이메일 주소를 확인해 주세요";

it("lets who signed up hold tickets once the address is confirmed, where the setting demands it", async () => {
  const account = await anAccount();
  const { actor } = await aLogin(account);
  const person = {
    userId: account.id,
    ctx: (idempotencyKey?: string) => createContext({ actor, idempotencyKey }),
  };
  const { id } = await given.saleOpen();
  expect(await reasonOf(given.hold(person, id))).toBe("email_unverified");
  expect(await verifyEmail(createContext(), { token: await linkTo(account.email, SUBJECT) })).toEqual({});
  expect(await reasonOf(given.hold(person, id))).toMatchObject({ holdId: expect.any(String) });
});

it("mails another link to who asks for it, until the address is confirmed", async () => {
  const account = await anAccount();
  const { ctx } = await aLogin(account);
  await clock.move(25 * 3600);
  expect(await reasonOf(verifyEmail(createContext(), { token: await linkTo(account.email, SUBJECT) }))).toBe(
    "link_expired",
  );
  const again = await aLogin(account);
  await askVerification(again.ctx(), {});
  const token = await linkTo(account.email, SUBJECT);
  await verifyEmail(createContext(), { token });
  expect(await reasonOf(verifyEmail(createContext(), { token }))).toBe("link_used");
  const before = await mailsTo(account.email);
  await askVerification(again.ctx(), {});
  expect(await mailsTo(account.email)).toHaveLength(before.length);
  expect(await reasonOf(askVerification(ctx(), {}))).toEqual({});
});

it("forgets a link a month after its end", async () => {
  const token = await linkTo((await anAccount()).email, SUBJECT);
  await clock.move(32 * 24 * 3600);
  expect(await forgetLinks(createContext())).toBeGreaterThan(0);
  expect(await reasonOf(verifyEmail(createContext(), { token }))).toBe("link_unknown");
});

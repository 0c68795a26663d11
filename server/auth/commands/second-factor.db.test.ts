import { TOTP } from "otpauth";
import { expect, it, vi } from "vitest";
import { askApproval } from "../../approvals/commands/ask-approval.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { createContext } from "../../platform/operation/context.ts";
import { aLogin, anAccount, type Login, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import type { Account } from "../contract.ts";
import { findFactor } from "../factors.store.ts";
import { authenticate, mySecondFactor } from "../queries.ts";
import { checkCode } from "../steps/check-code.ts";
import { requireProof } from "../steps/require-proof.ts";
import { beginSecondFactor } from "./begin-second-factor.ts";
import { confirmSecondFactor } from "./confirm-second-factor.ts";
import { endLoginSessions } from "./end-login-sessions.ts";
import { grantRole } from "./grant-role.ts";
import { logIn } from "./log-in.ts";
import { proveSecondFactor } from "./prove-second-factor.ts";
import { removeSecondFactor } from "./remove-second-factor.ts";

// Hoisted above the imports, whose modules read the settings as they load.
vi.hoisted(() => vi.stubEnv("OPERATOR_SECOND_FACTOR", "on"));

const { db } = createContext();

/** The code that the app shows, so many steps of 30 seconds from now. */
async function codeOf(uri: string, steps = 0): Promise<string> {
  const params = new URL(uri).searchParams;
  const timestamp = (await databaseNow(db)).getTime() + steps * 30_000;
  return new TOTP({ secret: params.get("secret") ?? "" }).generate({ timestamp });
}

/** The context of the login session's next request, authenticated again. */
const next = async (login: Login) =>
  createContext({ actor: await authenticate(createContext(), login.grant.accessToken) });

/** Someone with a second factor, on a login session that gave a code. */
async function enrolled(role: "USER" | "ADMIN" = "ADMIN") {
  const account = await anAccount(role);
  const login = await aLogin(account);
  const { uri } = await beginSecondFactor(await next(login), { password: PASSWORD });
  const { codes } = await confirmSecondFactor(await next(login), { code: await codeOf(uri) });
  // A code is taken once, so the next is of a later step.
  await clock.move(60);
  return { account, login, uri, codes };
}

const logInTo = ({ email }: Account, code?: string) =>
  reasonOf(logIn(createContext(), { email, password: PASSWORD, code }).then(() => "in"));

/** The six digits after these: not a code but by an accident of one in a million. */
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

it("lets an operator act as one only once the login session gave a code, of before too", async () => {
  const account = await anAccount("ADMIN");
  const before = await aLogin(account);
  const someone = await given.person();
  const act = async (login: Login) =>
    reasonOf(endLoginSessions(await next(login), { userId: someone.userId }));
  expect(before.actor).toMatchObject({ role: "USER", lacksSecondFactor: true });
  expect(await act(before)).toBe("second_factor_required");
  const { uri } = await beginSecondFactor(await next(before), { password: PASSWORD });
  expect(await act(before)).toBe("second_factor_required");
  await confirmSecondFactor(await next(before), { code: await codeOf(uri) });
  expect(await act(before)).toEqual({});
});

it("asks for the code at the login, after the right password alone", async () => {
  const { account, uri } = await enrolled();
  expect(await reasonOf(logIn(createContext(), { email: account.email, password: "Wrong1234" }))).toBe(
    "wrong_credentials",
  );
  expect(await logInTo(account)).toBe("code_required");
  const code = await codeOf(uri);
  expect(await logInTo(account, otherThan(code))).toBe("wrong_code");
  expect(await logInTo(account, code)).toBe("in");
});

it("takes a code once, of two at once too, and no older one after it", async () => {
  const { account, uri } = await enrolled();
  const [earlier, code] = [await codeOf(uri, -1), await codeOf(uri)];
  const answers = await Promise.all([logInTo(account, code), logInTo(account, code)]);
  expect(answers.sort()).toEqual(["in", "wrong_code"]);
  expect(await logInTo(account, code)).toBe("wrong_code");
  expect(await logInTo(account, earlier)).toBe("wrong_code");
});

it("takes a code of the step before and after, and none from farther away", async () => {
  const [one, other] = [await enrolled("USER"), await enrolled("USER")];
  expect(await logInTo(one.account, await codeOf(one.uri, 2))).toBe("wrong_code");
  expect(await logInTo(one.account, await codeOf(one.uri, 1))).toBe("in");
  expect(await logInTo(other.account, await codeOf(other.uri, -2))).toBe("wrong_code");
  expect(await logInTo(other.account, await codeOf(other.uri, -1))).toBe("in");
});

it("stops guesses at six digits after five, from wherever they come, the right one too", async () => {
  const { account, uri } = await enrolled();
  const wrong = otherThan(await codeOf(uri));
  const guess = (ip: string, code: string) =>
    reasonOf(
      logIn(createContext({ ip }), { email: account.email, password: PASSWORD, code }).then(() => "in"),
    );
  const answers: unknown[] = [];
  for (let times = 0; times < 5; times += 1) answers.push(await guess(`198.51.100.${times}`, wrong));
  expect(answers).toEqual(Array.from({ length: 5 }, () => "wrong_code"));
  expect(await guess("198.51.100.99", await codeOf(uri))).toBe("rate_limited");
});

it("takes a recovery code in place of one, each once, as people type it", async () => {
  const { account, codes } = await enrolled();
  const [first = "", second = ""] = codes;
  expect(codes).toHaveLength(10);
  expect(await logInTo(account, first.toLowerCase().replaceAll("-", " "))).toBe("in");
  expect(await logInTo(account, first)).toBe("wrong_code");
  expect(await logInTo(account, second)).toBe("in");
});

it("asks for a code again before acts that give power, when the last is ten minutes old", async () => {
  const { login, uri } = await enrolled();
  const someone = await given.person();
  const grant = async () =>
    reasonOf(
      grantRole(await next(login), { userId: someone.userId, role: "SELLER" }).then(({ role }) => role),
    );
  expect(await grant()).toBe("SELLER");
  await clock.move(601);
  expect(await grant()).toBe("proof_required");
  const ask = { kind: "make_operator" as const, id: someone.userId, note: "for the test" };
  expect(await reasonOf(askApproval(await next(login), ask))).toBe("proof_required");
  const code = await codeOf(uri);
  expect(await reasonOf(proveSecondFactor(await next(login), { code: otherThan(code) }))).toBe("wrong_code");
  await proveSecondFactor(await next(login), { code });
  expect(await grant()).toBe("SELLER");
});

it("ends other login sessions when it is turned on and off, and is off by password and code alone", async () => {
  const account = await anAccount("ADMIN");
  const [thief, login] = [await aLogin(account), await aLogin(account)];
  const { uri } = await beginSecondFactor(await next(login), { password: PASSWORD });
  await confirmSecondFactor(await next(login), { code: await codeOf(uri) });
  expect(await reasonOf(next(thief))).toBe("login_session_ended");
  await clock.move(60);
  const ctx = await next(login);
  const code = await codeOf(uri);
  expect(await reasonOf(beginSecondFactor(ctx, { password: PASSWORD }))).toBe("factor_exists");
  expect(await reasonOf(removeSecondFactor(ctx, { password: "Wrong1234", code }))).toBe("wrong_password");
  expect(await reasonOf(removeSecondFactor(ctx, { password: PASSWORD, code: otherThan(code) }))).toBe(
    "wrong_code",
  );
  expect(await removeSecondFactor(ctx, { password: PASSWORD, code })).toEqual({});
  expect((await next(login)).actor).toMatchObject({ role: "USER", lacksSecondFactor: true });
  expect(await logInTo(account)).toBe("in");
});

it("asks nothing of buyers who have none, and tells each what is theirs", async () => {
  const buyer = await aLogin(await anAccount());
  const view = { isOn: false, isDemanded: false, isProved: false, recoveryCodesLeft: 0 };
  expect(await mySecondFactor(await next(buyer), {})).toEqual(view);
  expect(await reasonOf(proveSecondFactor(await next(buyer), { code: "000000" }))).toBe("wrong_code");
});

it("takes nothing where the transaction fails, and asks proof of people alone", async () => {
  const { account, uri } = await enrolled();
  const factor = await findFactor(createContext(), account.id);
  if (!factor) throw new Error("no factor");
  const code = await codeOf(uri);
  const failing = inTransaction(createContext(), async (tx) => {
    await checkCode(tx, factor, code);
    throw new Error("lost");
  });
  await expect(failing).rejects.toThrow("lost");
  expect(await logInTo(account, code)).toBe("in");
  expect(await inTransaction(createContext(), (tx) => requireProof(tx))).toBeUndefined();
});

import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { auditLog } from "#db/schema/platform.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { findUser } from "../../auth/accounts.store.ts";
import { beginAddingPasskey } from "../../auth/commands/begin-adding-passkey.ts";
import { beginPasskeyLogin } from "../../auth/commands/begin-passkey-login.ts";
import { beginPasskeyProof } from "../../auth/commands/begin-passkey-proof.ts";
import { beginSecondFactor } from "../../auth/commands/begin-second-factor.ts";
import { logInWithPasskey } from "../../auth/commands/log-in-with-passkey.ts";
import { movePerson } from "../../auth/commands/move-person.ts";
import { proveWithPasskey } from "../../auth/commands/prove-with-passkey.ts";
import { findPasskeysOf } from "../../auth/passkeys.store.ts";
import { authenticate, myPasskeys } from "../../auth/queries.ts";
import { addPasskey as savePasskey } from "../../auth/steps/add-passkey.ts";
import { checkPasskey } from "../../auth/steps/check-passkey.ts";
import { openLogin } from "../../auth/steps/open-login.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { type AppContext, createContext, type UserActor } from "../../platform/operation/context.ts";
import { eraseAccount } from "../../privacy/commands/erase-account.ts";
import { aLogin, anAccount, type Login, nextRequest, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import { Authenticator } from "../../testing/authenticator.ts";
import { clock } from "../../testing/clock.ts";
import { given } from "../../testing/given.ts";
import { addPasskey } from "./add-passkey.ts";
import { removePasskey } from "./remove-passkey.ts";
import { renamePasskey } from "./rename-passkey.ts";

// Hoisted above the imports, whose modules read the settings as they load.
vi.hoisted(() => vi.stubEnv("OPERATOR_SECOND_FACTOR", "on"));

type Challenge = { challenge: string };
const asked = async () => (await beginPasskeyLogin(createContext(), {})) as unknown as Challenge;
const next = async ({ grant }: Pick<Login, "grant">) =>
  createContext({ actor: await authenticate(createContext(), grant.accessToken) });

async function add(login: Login, device = new Authenticator(), name = "전화기") {
  const options = (await beginAddingPasskey(await next(login), {
    password: PASSWORD,
  })) as unknown as Challenge;
  await addPasskey(await next(login), { answer: device.make(options), name });
  return device;
}

/** Someone who is logged in and has a passkey. */
async function enrolled(role: "USER" | "ADMIN" = "USER") {
  const account = await anAccount(role);
  const login = await aLogin(account);
  return { account, login, device: await add(login) };
}

const enter = async (device: Authenticator, ...lies: [lies?: Parameters<Authenticator["use"]>[1]]) =>
  reasonOf(logInWithPasskey(createContext(), { answer: device.use(await asked(), ...lies) }));

const mailsTo = async (userId: string) =>
  (await createContext().db.select().from(transmissions).where(eq(transmissions.aggregateId, userId))).map(
    ({ payload }) => JSON.parse(payload).subject as string,
  );

it("lets a person in whose passkey it is, and says when it was last used", async () => {
  const { account, login, device } = await enrolled();
  const grant = await logInWithPasskey(createContext(), { answer: device.use(await asked()) });
  const actor = await authenticate(createContext(), grant.accessToken);
  expect(actor.userId).toBe(account.id);
  const { isOffered, passkeys } = await myPasskeys(login.ctx(), {});
  expect(isOffered).toBe(true);
  expect(passkeys).toMatchObject([{ name: "전화기", lastUsedAt: expect.any(String) }]);
  const rows = await createContext().db.select().from(auditLog).where(eq(auditLog.actorId, account.id));
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["credentials.add-passkey", "auth.log-in-with-passkey"]),
  );
});

it("refuses an answer that is another site's, of no challenge of ours, not unlocked, or not of a passkey here", async () => {
  const { device } = await enrolled();
  expect(await enter(device, { origin: "https://seonchak.example.evil" })).toBe("passkey_refused");
  expect(await enter(device, { rpId: "evil.example" })).toBe("passkey_refused");
  expect(await enter(device, { verified: false })).toBe("passkey_refused");
  const answer = device.use({ challenge: "made-up" });
  expect(await reasonOf(logInWithPasskey(createContext(), { answer }))).toBe("passkey_refused");
  expect(await enter(new Authenticator())).toBe("passkey_unknown");
  expect(await enter(device)).toMatchObject({ accessToken: expect.any(String) });
});

it("takes a challenge once, of two at once too", async () => {
  const { device } = await enrolled();
  const answer = device.use(await asked());
  const send = () => reasonOf(logInWithPasskey(createContext(), { answer }).then(() => "in"));
  expect((await Promise.all([send(), send()])).sort()).toEqual(["in", "passkey_refused"]);
  expect(await send()).toBe("passkey_refused");
});

it("refuses a copy, whose count of uses did not rise", async () => {
  const { device } = await enrolled();
  expect(await enter(device, { counter: 7 })).toMatchObject({ expiresIn: expect.any(Number) });
  expect(await enter(device, { counter: 7 })).toBe("passkey_refused");
  expect(await enter(device, { counter: 8 })).toMatchObject({ expiresIn: expect.any(Number) });
});

it("stops guesses at one account after five a minute, from wherever", async () => {
  const { device } = await enrolled();
  const answers: unknown[] = [];
  for (let times = 0; times < 6; times += 1) answers.push(await enter(device, { verified: false }));
  expect(answers).toEqual([...Array.from({ length: 5 }, () => "passkey_refused"), "rate_limited"]);
});

it("is a second factor: with it an operator acts as one, at the login and by a proof", async () => {
  const { login, device } = await enrolled("ADMIN");
  // Making it proved who the operator is.
  expect(await nextRequest(login.grant)).toBe("ADMIN");
  const byPassword = await aLogin(login.account);
  expect(await nextRequest(byPassword.grant)).toBe("USER");
  const options = (await beginPasskeyProof(await next(byPassword), {})) as unknown as Challenge;
  await proveWithPasskey(await next(byPassword), { answer: device.use(options) });
  expect(await nextRequest(byPassword.grant)).toBe("ADMIN");
  const grant = await logInWithPasskey(createContext(), { answer: device.use(await asked()) });
  expect(await nextRequest(grant)).toBe("ADMIN");
});

it("asks an operator with a passkey for it before another factor is made, since a password alone may be stolen", async () => {
  const { account } = await enrolled("ADMIN");
  const thief = await aLogin(account);
  const password = PASSWORD;
  expect(await reasonOf(beginAddingPasskey(await next(thief), { password }))).toBe("proof_required");
  expect(await reasonOf(beginSecondFactor(await next(thief), { password }))).toBe("proof_required");
  const [passkey] = (await myPasskeys(await next(thief), {})).passkeys;
  const passkeyId = passkey?.id ?? "passkey_";
  expect(await reasonOf(removePasskey(await next(thief), { passkeyId, password }))).toBe("proof_required");
});

it("asks for the password before one is added or removed, and for the proof again after ten minutes", async () => {
  const { login } = await enrolled("ADMIN");
  const wrong = beginAddingPasskey(await next(login), { password: "Wrong1234" });
  expect(await reasonOf(wrong)).toBe("wrong_password");
  await clock.move(601);
  const late = beginAddingPasskey(await next(login), { password: PASSWORD });
  expect(await reasonOf(late)).toBe("proof_required");
});

it("takes the answer to a challenge from whom it was given to alone", async () => {
  const [one, other] = [await aLogin(await anAccount()), await aLogin(await anAccount())];
  const device = new Authenticator();
  const options = (await beginAddingPasskey(one.ctx(), { password: PASSWORD })) as unknown as Challenge;
  const answer = device.make(options);
  expect(await reasonOf(addPasskey(other.ctx(), { answer, name: "나" }))).toBe("passkey_refused");
  expect(await reasonOf(addPasskey(one.ctx(), { answer, name: "나" }))).toBe("passkey_refused");
  await add(one, device);
  await expect(add(other, device)).rejects.toMatchObject({ reason: "passkey_exists" });
});

it("is renamed and removed by its person alone, who is told by mail, and their other devices are logged out", async () => {
  const { account, login, device } = await enrolled();
  const stranger = await aLogin(await anAccount());
  const [passkey] = (await myPasskeys(login.ctx(), {})).passkeys;
  const passkeyId = passkey?.id ?? "passkey_";
  const password = PASSWORD;
  expect(await reasonOf(renamePasskey(stranger.ctx(), { passkeyId, name: "내 것" }))).toBe("not_found");
  expect(await reasonOf(removePasskey(stranger.ctx(), { passkeyId, password }))).toBe("not_found");
  await renamePasskey(login.ctx(), { passkeyId, name: "새 전화기" });
  const elsewhere = await logInWithPasskey(createContext(), { answer: device.use(await asked()) });
  await removePasskey(login.ctx(), { passkeyId, password });
  expect(await nextRequest(elsewhere)).toBe("login_session_ended");
  expect(await enter(device)).toBe("passkey_unknown");
  expect(await mailsTo(account.id)).toEqual(
    expect.arrayContaining(["[선착] 계정에 패스키가 추가됐어요", "[선착] 계정에서 패스키가 삭제됐어요"]),
  );
});

it("is ten at the most, and goes with the account; a suspended person is not let in", async () => {
  const { login, account, device } = await enrolled();
  for (let count = 1; count < 10; count += 1) await add(login);
  expect(await reasonOf(beginAddingPasskey(login.ctx(), { password: PASSWORD }))).toBe("passkeys_full");
  const admin = (await given.person("ADMIN")).ctx();
  await movePerson(admin, { userId: account.id, to: "SUSPENDED", reason: "시험" });
  expect(await enter(device)).toBe("account_suspended");
  await movePerson(admin, { userId: account.id, to: "ACTIVE", reason: "시험" });
  await eraseAccount((await aLogin(account)).ctx(), { password: PASSWORD });
  expect(await enter(device)).toBe("passkey_unknown");
});

it("opens a login session as a login by password does, under the name of its own operation", async () => {
  const account = await anAccount();
  const user = await findUser(createContext(), account.id);
  const grant = await inTransaction(createContext(), (tx) =>
    openLogin(tx, user ?? { id: account.id, role: "USER" }, { action: "test", provedAtMs: undefined }),
  );
  expect(await nextRequest(grant)).toBe("USER");
});

it("lets in none beyond ten, of two that are added at once too", async () => {
  const { login } = await enrolled();
  for (let count = 1; count < 9; count += 1) await add(login);
  const devices = [new Authenticator(), new Authenticator()];
  const challenges = [];
  for (const device of devices) {
    const options = await beginAddingPasskey(await next(login), { password: PASSWORD });
    challenges.push({ answer: device.make(options as unknown as Challenge), name: "전화기" });
  }
  const answers = await Promise.all(
    challenges.map(async (given) => {
      const actor = await authenticate(createContext(), login.grant.accessToken);
      const ctx = createContext({ actor }) as AppContext<UserActor>;
      return reasonOf(inTransaction(ctx, (tx) => savePasskey(tx, given)).then(() => "added"));
    }),
  );
  expect(answers.sort()).toEqual(["added", "passkeys_full"]);
});

it("takes no answer to a challenge that was asked for something else", async () => {
  const { account, device } = await enrolled();
  const [passkey] = await findPasskeysOf(createContext(), account.id);
  if (!passkey) throw new Error("no passkey");
  const answer = device.use(await asked());
  const check = inTransaction(createContext(), (tx) => checkPasskey(tx, passkey, { answer, use: "proof x" }));
  expect(await reasonOf(check)).toBe("passkey_refused");
});

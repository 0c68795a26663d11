import { expect, it } from "vitest";
import { askApproval } from "../../approvals/commands/ask-approval.ts";
import { decideApproval } from "../../approvals/commands/decide-approval.ts";
import { logIn } from "../../auth/commands/log-in.ts";
import { saveProof } from "../../auth/standing.store.ts";
import { createContext } from "../../platform/operation/context.ts";
import { getPersonReport } from "../../reports/person.ts";
import { linkTo, mailsTo } from "../../testing/account-links.ts";
import { aLogin, anAccount, givenPasskey, nextRequest, PASSWORD, reasonOf } from "../../testing/accounts.ts";
import { given, type Person } from "../../testing/given.ts";
import { resetPassword } from "../commands/reset-password.ts";

const note = "known by voice, and called back on the number in our records";
const NEW = "Another5678";

/** An operator whose passkey is lost, and two others. */
async function givenLost() {
  const [asker, decider] = (await given.people(2, "ADMIN")) as [Person, Person];
  const account = await anAccount("ADMIN");
  await givenPasskey(account.id);
  const id = account.id;
  return {
    ...{ account, asker, decider },
    ask: (by: Pick<Person, "ctx"> = asker) => askApproval(by.ctx(), { kind: "remove_factors", id, note }),
    approve: (asked: { id: `approval_${string}` }, by: Pick<Person, "ctx"> = decider) =>
      decideApproval(by.ctx(), { id: asked.id, outcome: "approved", note }),
    factors: async () => (await getPersonReport(asker.ctx(), { id })).factors,
    logInWith: (password: string) =>
      reasonOf(logIn(createContext(), { email: account.email, password }).then(() => "in")),
  };
}

it("removes them once another operator approves, and the password that a thief may know", async () => {
  const { account, ask, approve, factors, logInWith } = await givenLost();
  const login = await aLogin(account);
  const asked = await ask();
  expect(await nextRequest(login.grant)).toBe("ADMIN");
  expect(await factors()).toEqual({ app: false, passkeys: 1 });
  expect(await approve(asked)).toMatchObject({ state: "approved" });
  expect(await factors()).toEqual({ app: false, passkeys: 0 });
  expect(await nextRequest(login.grant)).toBe("login_session_ended");
  expect(await logInWith(PASSWORD)).toBe("wrong_credentials");
  const subjects = (await mailsTo(account.email)).map(({ subject }) => subject);
  expect(subjects).toContain("[선착] 2단계 인증이 해제됐어요");
  await resetPassword(createContext(), {
    token: await linkTo(account.email, "비밀번호 다시 정하기"),
    password: NEW,
  });
  expect(await logInWith(NEW)).toBe("in");
});

it("does so for no one's own account, on neither side of the question", async () => {
  const { account, asker, ask, approve, factors } = await givenLost();
  const own = await aLogin(account);
  await saveProof(createContext(), own.actor.loginSessionId);
  expect(await reasonOf(ask(own))).toBe("own_account");
  expect(await reasonOf(approve(await ask(), own))).toBe("own_account");
  expect(await reasonOf(approve(await ask(), asker))).toBe("own_approval");
  expect(await factors()).toEqual({ app: false, passkeys: 1 });
});

it("is asked for only where there is something to remove, and done only while there is", async () => {
  const { account, asker, ask, approve } = await givenLost();
  const asked = await ask();
  await approve(asked);
  expect(await reasonOf(ask())).toBe("not_found");
  const again = { kind: "remove_factors" as const, id: asker.userId, note };
  expect(await reasonOf(askApproval((await aLogin(await anAccount("ADMIN"))).ctx(), again))).toBe(
    "not_found",
  );
  expect(await reasonOf(askApproval((await given.person()).ctx(), { ...again, id: account.id }))).toBe(
    "forbidden",
  );
});

import { asc, eq } from "drizzle-orm";
import { passkeys } from "#db/schema/auth.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { grantRole } from "../auth/commands/grant-role.ts";
import { logIn } from "../auth/commands/log-in.ts";
import type { Account, LoginGrant } from "../auth/contract.ts";
import { authenticate } from "../auth/queries.ts";
import { signUp } from "../credentials/commands/sign-up.ts";
import {
  type AppContext,
  createContext,
  type Role,
  systemContext,
  type UserActor,
} from "../platform/operation/context.ts";
import { AppError } from "../platform/operation/errors.ts";
import { newId } from "../platform/values/ids.ts";

/** A password that the rules accept. */
export const PASSWORD = "Demo1234";

/** A passkey that no one has, and an answer of none. */
export const passkeyId = newId("passkey");
export const noPasskey = {
  ...{ id: "a", rawId: "a", type: "public-key" as const, response: {}, clientExtensionResults: {} },
};

/** Gives a person a passkey that no device has. */
export async function givenPasskey(userId: Account["id"]): Promise<typeof passkeyId> {
  const id = newId("passkey");
  await createContext()
    .db.insert(passkeys)
    .values({
      ...{ id, userId, credentialId: id, publicKey: "AA", counter: 0 },
      ...{ transports: [], synced: false, name: "tablet" },
    });
  return id;
}

export const newEmail = (): string => `${newId("user")}@test.example`;

/** An account made as people make it, and given a role as administrators do. */
export async function anAccount(role: Role = "USER"): Promise<Account> {
  const account = await signUp(createContext(), { email: newEmail(), password: PASSWORD });
  if (role === "USER") return account;
  return grantRole(systemContext("test"), { userId: account.id as UserActor["userId"], role });
}

/** A login session as its client holds it. */
export interface Login {
  readonly account: Account;
  readonly grant: LoginGrant;
  readonly actor: UserActor;
  /** A context of its next call. */
  ctx(): AppContext;
}

/** Logs in to `account`, from a context such as one with an address. */
export async function aLogin(account: Account, from: Partial<AppContext> = {}): Promise<Login> {
  const grant = await logIn(createContext(from), { email: account.email, password: PASSWORD });
  const actor = await authenticate(createContext(), grant.accessToken);
  return { account, grant, actor, ctx: () => createContext({ actor }) };
}

/** What the next request with this access token comes to: the role it acts in, or the reason why it may not. */
export const nextRequest = ({ accessToken }: Pick<LoginGrant, "accessToken">): Promise<string> =>
  reasonOf(authenticate(createContext(), accessToken).then(({ role }) => role));

/** The reason of a refusal, or what came of it instead. */
export const reasonOf = <T>(work: Promise<T>): Promise<T | string> =>
  work.catch((error: unknown) => {
    if (error instanceof AppError) return error.reason;
    throw error;
  });

/** The moves of a login session as its history has them: `ACTIVE→REVOKED logout`. */
export async function historyOf(loginSessionId: string): Promise<string[]> {
  const rows = await createContext()
    .db.select()
    .from(stateHistory)
    .where(eq(stateHistory.entityId, loginSessionId))
    .orderBy(asc(stateHistory.seq));
  return rows.map(({ fromState, toState, reason }) => `${fromState ?? ""}→${toState} ${reason ?? ""}`.trim());
}

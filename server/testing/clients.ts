import { openLoginSession } from "#server/auth/store.ts";
import { firstRefreshToken, signAccessToken } from "#server/auth/tokens.ts";
import { createContext, type Role } from "#server/platform/operation/context.ts";
import { newId } from "#server/platform/values/ids.ts";
import { given, type Person } from "./given.ts";

const HOUR_SECONDS = 3600;

/** A person with a real access token and login session, without the cost of a password. */
export interface Client extends Person {
  readonly accessToken: string;
  readonly authorization: string;
}

/** A person whose calls come from one login session that lives, and that session's id. */
export async function loggedIn(person: Person, role: Role = "USER") {
  const loginSessionId = newId("login_session");
  await openLoginSession(createContext(), {
    ...{ id: loginSessionId, userId: person.userId, role },
    refreshToken: firstRefreshToken(loginSessionId),
  });
  const actor = { kind: "user", userId: person.userId, role, loginSessionId } as const;
  return {
    ...person,
    loginSessionId,
    ctx: () => createContext({ actor, userAgent: "a browser of the tests" }),
  };
}

/** Many people who are logged in. */
export async function clients(count: number, role: Role = "USER"): Promise<Client[]> {
  const people = await given.people(count, role);
  return Promise.all(people.map((person) => logIn(person, role)));
}

/** Logs a person in, again where a Redis that was emptied forgot them. */
export async function logIn(person: Person, role: Role = "USER"): Promise<Client> {
  const { userId } = person;
  const id = newId("login_session");
  await openLoginSession(createContext(), { id, userId, role, refreshToken: firstRefreshToken(id) });
  const accessToken = await signAccessToken({ userId, loginSessionId: id }, HOUR_SECONDS);
  return { ...person, accessToken, authorization: `Bearer ${accessToken}` };
}

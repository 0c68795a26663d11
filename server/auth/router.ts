import { mutation, query, router } from "../platform/http/trpc.ts";
import { endLoginSession } from "./commands/end-login-session.ts";
import { endLoginSessions } from "./commands/end-login-sessions.ts";
import { grantRole } from "./commands/grant-role.ts";
import { moveLoginSession } from "./commands/move-login-session.ts";
import { movePerson } from "./commands/move-person.ts";
import { findPerson, loginSessionsOfUser, me, myLoginSessions } from "./queries.ts";

/** Logging in and out has only REST routes, for the browser too, because it sets cookies. */
export const authRouter = router({
  me: query(me),
  myLoginSessions: query(myLoginSessions),
  endLoginSession: mutation(endLoginSession),
  endLoginSessions: mutation(endLoginSessions),
  loginSessionsOfUser: query(loginSessionsOfUser),
  moveLoginSession: mutation(moveLoginSession),
  person: query(findPerson),
  movePerson: mutation(movePerson),
  grantRole: mutation(grantRole),
});

import { mutation, query, router } from "../platform/http/trpc.ts";
import { beginAddingPasskey } from "./commands/begin-adding-passkey.ts";
import { beginPasskeyLogin } from "./commands/begin-passkey-login.ts";
import { beginPasskeyProof } from "./commands/begin-passkey-proof.ts";
import { beginSecondFactor } from "./commands/begin-second-factor.ts";
import { confirmSecondFactor } from "./commands/confirm-second-factor.ts";
import { endLoginSession } from "./commands/end-login-session.ts";
import { endLoginSessions } from "./commands/end-login-sessions.ts";
import { grantRole } from "./commands/grant-role.ts";
import { moveLoginSession } from "./commands/move-login-session.ts";
import { movePerson } from "./commands/move-person.ts";
import { proveSecondFactor } from "./commands/prove-second-factor.ts";
import { proveWithPasskey } from "./commands/prove-with-passkey.ts";
import { removeSecondFactor } from "./commands/remove-second-factor.ts";
import { setLanguage } from "./commands/set-language.ts";
import {
  findPerson,
  loginSessionsOfUser,
  me,
  myLoginSessions,
  myPasskeys,
  mySecondFactor,
} from "./queries.ts";

/** Logging in and out has only REST routes, for the browser too, because it sets cookies. */
export const authRouter = router({
  me: query(me),
  setLanguage: mutation(setLanguage),
  mySecondFactor: query(mySecondFactor),
  beginSecondFactor: mutation(beginSecondFactor),
  confirmSecondFactor: mutation(confirmSecondFactor),
  proveSecondFactor: mutation(proveSecondFactor),
  removeSecondFactor: mutation(removeSecondFactor),
  myPasskeys: query(myPasskeys),
  beginAddingPasskey: mutation(beginAddingPasskey),
  beginPasskeyLogin: mutation(beginPasskeyLogin),
  beginPasskeyProof: mutation(beginPasskeyProof),
  proveWithPasskey: mutation(proveWithPasskey),
  myLoginSessions: query(myLoginSessions),
  endLoginSession: mutation(endLoginSession),
  endLoginSessions: mutation(endLoginSessions),
  loginSessionsOfUser: query(loginSessionsOfUser),
  moveLoginSession: mutation(moveLoginSession),
  person: query(findPerson),
  movePerson: mutation(movePerson),
  grantRole: mutation(grantRole),
});

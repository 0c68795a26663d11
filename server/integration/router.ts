import { mutation, query, router, subscription } from "../platform/http/trpc.ts";
import { connectWithKeys } from "./commands/connect-with-keys.ts";
import { disconnectAccount } from "./commands/disconnect-account.ts";
import { enterDetails } from "./commands/enter-details.ts";
import { getSession } from "./commands/get-session.ts";
import { moveSession } from "./commands/move-session.ts";
import { releaseAccount } from "./commands/release-account.ts";
import { releasePhoneLine } from "./commands/release-phone-line.ts";
import { startSession } from "./commands/start-session.ts";
import { sessionWatch } from "./live.ts";
import { findConnected, getHistory, getOverview, myAccounts, myRunningSession } from "./queries.ts";

export const integrationRouter = router({
  start: mutation(startSession),
  connectWithKeys: mutation(connectWithKeys),
  enterDetails: mutation(enterDetails),
  move: mutation(moveSession),
  session: query(getSession),
  watch: subscription(sessionWatch),
  myAccounts: query(myAccounts),
  myRunning: query(myRunningSession),
  overview: query(getOverview),
  history: query(getHistory),
  releasePhoneLine: mutation(releasePhoneLine),
  accounts: query(findConnected),
  disconnect: mutation(disconnectAccount),
  releaseAccount: mutation(releaseAccount),
});

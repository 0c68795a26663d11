import { mutation, procedure, query, router } from "../platform/trpc.ts";
import { connectWithKeys } from "./commands/connect-with-keys.ts";
import { disconnectAccount } from "./commands/disconnect-account.ts";
import { enterDetails } from "./commands/enter-details.ts";
import { moveSession } from "./commands/move-session.ts";
import { releaseAccount } from "./commands/release-account.ts";
import { releaseLine } from "./commands/release-line.ts";
import { startSession } from "./commands/start-session.ts";
import { SessionInput } from "./contract.ts";
import { watch } from "./live.ts";
import {
  findConnected,
  getHistory,
  getOverview,
  getSession,
  myAccounts,
  myRunningSession,
} from "./queries.ts";

export const integrationRouter = router({
  start: mutation(startSession),
  connectWithKeys: mutation(connectWithKeys),
  enterDetails: mutation(enterDetails),
  move: mutation(moveSession),
  session: query(getSession),
  watch: procedure
    .input(SessionInput)
    .subscription(({ ctx, input, signal }) =>
      watch(() => getSession(ctx, input), signal ?? new AbortController().signal),
    ),
  myAccounts: query(myAccounts),
  myRunning: query(myRunningSession),
  overview: query(getOverview),
  history: query(getHistory),
  releaseLine: mutation(releaseLine),
  accounts: query(findConnected),
  disconnect: mutation(disconnectAccount),
  releaseAccount: mutation(releaseAccount),
});

/** What ioredis says of a command that found no server, lost it, or had no answer in time. */
const LOST =
  /^(Connection is closed\.|Command timed out|Stream isn't writeable|Cluster is|Cluster isn't ready|Node is disconnected|None of startup nodes|No master node|Too many Cluster redirections|Failed to refresh slots cache)/;

/**
 * The replies of a server that is loading, failing over, full or busy with a script: it takes the command later. MOVED comes
 * to the caller where the node that it names is gone.
 */
const LATER = /^(LOADING|MOVED|MASTERDOWN|CLUSTERDOWN|READONLY|OOM|MISCONF|NOREPLICAS|TRYAGAIN|BUSY) /;

const isLoss = ({ name, message }: Error): boolean => {
  if (name === "MaxRetriesPerRequestError" || name === "ClusterAllFailedError") return true;
  if (name === "ReplyError") return LATER.test(message);
  return name === "Error" && LOST.test(message);
};

/** Whether Redis was away or could not take the command, in the error or in one of its causes. */
export function isRedisLoss(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (isLoss(cause)) return true;
  return false;
}

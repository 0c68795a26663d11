import { explainError } from "#server/platform/logging/failure.ts";
import { startOwnServers } from "#server/testing/servers.ts";
import { EVENTS, removeApp, requireFree, runEachOnce } from "./services/inngest-server.ts";

const USAGE = `npm run inngest:check -- http://localhost:8288

Registers the app's functions at a running Inngest server and has it run each of them once, on a database of its own, under
an id of their own: beside the live app's, INNGEST_APP_ID with "-check" behind it, which the server forgets afterwards. It
refuses where the server has that id already.
With INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY the server is taken for one with keys, else for a dev server.
APP_HOST is the name by which that server reaches this machine; 127.0.0.1 unless it is set.`;

const [url] = process.argv.slice(2);
if (!url || !URL.canParse(url)) {
  console.error(USAGE);
  process.exit(2);
}
process.exitCode = (await check(new URL(url).origin)) ? 0 : 1;

/** @returns whether every function completed */
async function check(server: string): Promise<boolean> {
  const signingKey = process.env.INNGEST_SIGNING_KEY || undefined;
  const liveId = process.env.INNGEST_APP_ID || "seonchak";
  const appId = `${liveId}-check`;
  const eventKey = process.env.INNGEST_EVENT_KEY || "check";
  const inngestServer = { url: server, signingKey, eventKey };
  try {
    await requireFree(inngestServer, appId, liveId);
  } catch (error) {
    console.error(explainError(error));
    return false;
  }
  const servers = await startOwnServers();
  process.env.INNGEST_APP_ID = appId;
  process.env[signingKey ? "INNGEST_BASE_URL" : "INNGEST_DEV"] = server;
  // Imported late: these modules read the environment that the servers were named in.
  const { startApi } = await import("#server/testing/api-processes.ts");
  const { jobs } = await import("#server/jobs.ts");
  const { eventNameOf, INNGEST_PATH, inngest } = await import("#server/platform/jobs/inngest.ts");
  const { closeAll } = await import("#server/platform/concurrency/singleton.ts");
  const api = await startApi({ reachedAs: process.env.APP_HOST || undefined });
  const app = new URL(INNGEST_PATH, api.url);
  app.hostname = process.env.APP_HOST || app.hostname;
  try {
    const functions = jobs.map((job) => {
      const event = EVENTS[job.id()];
      return { id: job.id(inngest.id), event: event && { ...event, name: eventNameOf(event.name) } };
    });
    const ran = await runEachOnce(inngestServer, app.href, functions);
    for (const { id, outcome, seconds } of ran)
      console.log(`${outcome.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s  ${id}`);
    return ran.every(({ outcome }) => outcome === "Completed");
  } catch (error) {
    console.error(explainError(error));
    return false;
  } finally {
    if (!(await removeApp(inngestServer, app.href).catch(() => false)))
      console.error(
        `The server still has ${appId}, and calls it in vain: remove it in the server's dashboard.`,
      );
    await api.stop();
    await closeAll();
    await servers.stop();
  }
}

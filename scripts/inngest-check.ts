import { startOwnServers } from "#server/testing/servers.ts";
import { EVENTS, runEachOnce } from "./services/inngest-server.ts";

const USAGE = `npm run inngest:check -- http://localhost:8288

Registers the app's functions at a running Inngest server and has it run each of them once, on a database of its own.
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
  const servers = await startOwnServers();
  process.env[signingKey ? "INNGEST_BASE_URL" : "INNGEST_DEV"] = server;
  // Imported late: these modules read the environment that the servers were named in.
  const { startApi } = await import("#server/testing/api-processes.ts");
  const { jobs } = await import("#server/jobs.ts");
  const { INNGEST_PATH, inngest } = await import("#server/platform/inngest.ts");
  const { closeAll } = await import("#server/platform/singleton.ts");
  const api = await startApi();
  try {
    const app = new URL(INNGEST_PATH, api.url);
    app.hostname = process.env.APP_HOST || app.hostname;
    const functions = jobs.map((job) => ({ id: job.id(inngest.id), event: EVENTS[job.id()] }));
    const eventKey = process.env.INNGEST_EVENT_KEY || "check";
    const ran = await runEachOnce({ url: server, signingKey, eventKey }, app.href, functions);
    for (const { id, outcome, seconds } of ran)
      console.log(`${outcome.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s  ${id}`);
    return ran.every(({ outcome }) => outcome === "Completed");
  } catch (error) {
    console.error(`${(error as Error).message} ${(error as Error).cause ?? ""}`);
    return false;
  } finally {
    await api.stop();
    await closeAll();
    await servers.stop();
  }
}

import { systemContext } from "../platform/context.ts";
import { inngest } from "../platform/inngest.ts";
import { cronJob } from "../platform/job.ts";
import { deliver } from "./commands/deliver.ts";
import { DestinationName } from "./contract.ts";
import { OUTBOX_WRITTEN } from "./events.ts";
import type { Destination } from "./gateway.ts";

type Ways = Readonly<Record<DestinationName, Destination>>;

/** The functions that deliver to these destinations: at once after a commit, and every minute regardless (SPEC 7). */
export function transmissionJobs(ways: Ways) {
  const deliverTo = (job: string, name: DestinationName) =>
    deliver(systemContext(job), { name, way: ways[name] });
  return [
    inngest.createFunction(
      { id: "outbox.deliver", retries: 0, concurrency: 10, triggers: [{ event: OUTBOX_WRITTEN }] },
      ({ event, step }) =>
        step.run("deliver", () => deliverTo("outbox.deliver", DestinationName.parse(event.data.destination))),
    ),
    cronJob({ id: "outbox.retry", cron: "* * * * *", retries: 0 }, () =>
      Promise.all(DestinationName.options.map((name) => deliverTo("outbox.retry", name))),
    ),
  ];
}

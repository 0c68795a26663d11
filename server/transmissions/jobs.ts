import { cronJob, eventJob } from "../platform/jobs/job.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { DestinationName } from "./contract.ts";
import type { Destination } from "./gateway.ts";
import { deliver } from "./jobs/deliver-due.ts";
import { OUTBOX_WRITTEN } from "./steps/write-transmissions.ts";

type Destinations = Readonly<Record<DestinationName, Destination>>;

/** The functions that deliver to these destinations: at once after a commit, and every minute regardless. */
export function transmissionJobs(destinations: Destinations) {
  const deliverTo = (ctx: AppContext, name: DestinationName) =>
    deliver(ctx, { name, gateway: destinations[name] });
  return [
    eventJob(
      { id: "outbox.deliver", retries: 0, concurrency: 10, events: [OUTBOX_WRITTEN] },
      (ctx, { data }) => deliverTo(ctx, DestinationName.parse(data.destination)),
    ),
    cronJob({ id: "outbox.retry", cron: "* * * * *", retries: 0 }, (ctx) =>
      Promise.all(DestinationName.options.map((name) => deliverTo(ctx, name))),
    ),
  ];
}

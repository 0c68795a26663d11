import { cronJob } from "../platform/jobs/job.ts";
import { countStates } from "./jobs/count-states.ts";

export const stateJobs = [cronJob({ id: "states.count", cron: "* * * * *", retries: 1 }, countStates)];

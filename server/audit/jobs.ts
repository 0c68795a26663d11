import { cronJob } from "../platform/jobs/job.ts";
import { sealLog } from "./jobs/seal-log.ts";

export const auditJobs = [cronJob({ id: "audit.seal", cron: "* * * * *", retries: 1 }, sealLog)];

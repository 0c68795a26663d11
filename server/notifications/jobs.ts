import { cronJob, eventJob } from "../platform/jobs/job.ts";
import { sendNotifications } from "./commands/send-notifications.ts";
import { Told } from "./contract.ts";
import { mailDepartmentNews } from "./jobs/mail-department-news.ts";
import { remindHolders } from "./jobs/remind-holders.ts";
import { tellOpenings } from "./jobs/tell-openings.ts";

export const notificationJobs = [
  eventJob(
    {
      ...{ id: "notifications.send", retries: 4, concurrency: 5 },
      events: Told.options.map(({ shape }) => shape.name.value),
    },
    (ctx, { id: eventId, name, data }) =>
      sendNotifications(ctx, { eventId, event: Told.parse({ name, data }) }),
  ),
  cronJob({ id: "notifications.mail", cron: "*/5 * * * *", retries: 2 }, mailDepartmentNews),
  cronJob({ id: "notifications.remind", cron: "*/10 * * * *", retries: 2 }, remindHolders),
  cronJob({ id: "notifications.opening", cron: "* * * * *", retries: 2 }, tellOpenings),
];

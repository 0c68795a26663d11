import { z } from "zod";
import { accounts } from "#server/platform/config/env-accounts.ts";
import { approvals } from "#server/platform/config/env-approvals.ts";
import { business } from "#server/platform/config/env-business.ts";
import { RANDOM_TEXT, variable } from "#server/platform/config/env-declaration.ts";
import { files } from "#server/platform/config/env-files.ts";
import { messages } from "#server/platform/config/env-messages.ts";
import { observability } from "#server/platform/config/env-observability.ts";
import {
  emailSenders,
  flag,
  httpUrl,
  listenAddress,
  origins,
  phoneLines,
  smsSenders,
  wholeNumber,
} from "#server/platform/config/env-schemas.ts";
import { stores } from "#server/platform/config/env-stores.ts";
import { wallets } from "#server/platform/config/env-wallets.ts";
import { isWebhookSecret } from "#server/platform/http/webhook-keys.ts";

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const FLAG = "on or off";
const HTTP_URL = "an http:// or https:// address";

const secret = () =>
  variable({
    schema: z.string(),
    expects: RANDOM_TEXT,
    unset: "made once and kept under `DATA_DIR` with the embedded database; required otherwise",
    secret: true,
  });

const webhookSecret = () =>
  variable({
    ...secret(),
    schema: z.string().refine(isWebhookSecret),
    expects: `whsec_ and base64, or ${RANDOM_TEXT}; several, the newest first, with commas between`,
  });

/** Every variable the product reads, in the order of the docs. */
export const variables = {
  NODE_ENV: variable({
    schema: z.enum(["development", "test", "production"]).default("development"),
    expects: "development, test or production",
    unset: "development; the launcher sets it",
    internal: true,
  }),
  SEONCHAK_EMBEDDED: variable({
    schema: flag.default(false),
    expects: FLAG,
    unset: "off; the launcher turns it on when it runs the database itself",
    internal: true,
  }),
  SEONCHAK_WORKER: variable({
    schema: wholeNumber(1, 128).optional(),
    expects: "a whole number from 1 to 128",
    unset: "the only process; the launcher numbers those of one start",
    internal: true,
  }),
  PORT: variable({
    schema: wholeNumber(1, 65_535).default(3000),
    expects: "a whole number from 1 to 65535",
    unset: "3000",
  }),
  HOST: variable({
    schema: listenAddress.optional(),
    expects: "an IP address of this machine, or 0.0.0.0 for all of them",
    unset: "`127.0.0.1` while `SANDBOX` or `DEMO` is on, else all addresses",
  }),
  APP_URL: variable({ schema: httpUrl.optional(), expects: HTTP_URL, unset: "`http://localhost:$PORT`" }),
  DATA_DIR: variable({
    schema: z.string().default(".data"),
    expects: "a directory that can be written to",
    unset: "`.data`",
  }),
  ...stores,
  INNGEST_DEV: variable({
    schema: z.union([flag.transform((on) => (on ? "http://localhost:8288" : undefined)), httpUrl]).optional(),
    expects: "on, off or the address of an Inngest dev server; refused in production",
    unset: "no Inngest dev server",
  }),
  INNGEST_BASE_URL: variable({
    schema: httpUrl.optional(),
    expects: HTTP_URL,
    unset: "the embedded job runner runs the Inngest functions",
  }),
  INNGEST_EVENT_KEY: variable({
    schema: z.string().optional(),
    expects: "an Inngest event key",
    unset: "none; required with `INNGEST_BASE_URL`",
    secret: true,
  }),
  INNGEST_SIGNING_KEY: variable({
    schema: z.string().optional(),
    expects: "an Inngest signing key",
    unset: "none; required with `INNGEST_BASE_URL`",
    secret: true,
  }),
  INNGEST_APP_ID: variable({
    schema: slug.default("seonchak"),
    expects: "lower-case letters, digits and hyphens",
    unset: "`seonchak`; installations that share an Inngest server each need their own id",
  }),
  INNGEST_SERVE_ORIGIN: variable({
    schema: httpUrl.refine((text) => new URL(text).origin === text).optional(),
    expects: "an origin such as http://app:3000",
    unset: "`APP_URL`: where the Inngest server reaches the app",
  }),
  AUTH_SECRET: secret(),
  TICKET_SIGNING_KEY: secret(),
  PAYMENT_WEBHOOK_SECRET: webhookSecret(),
  SMS_WEBHOOK_SECRET: webhookSecret(),
  EMAIL_WEBHOOK_SECRET: webhookSecret(),
  DATA_PLATFORM_SECRET: webhookSecret(),
  PAYMENT_PROVIDER: variable({
    schema: z.enum(["sandbox", "toss"]).default("sandbox"),
    expects: "sandbox or toss",
    unset: "sandbox",
  }),
  TOSS_SECRET_KEY: variable({
    schema: z.string().optional(),
    expects: "a Toss Payments secret key",
    unset: "none; required with `PAYMENT_PROVIDER=toss`",
    secret: true,
  }),
  TOSS_CLIENT_KEY: variable({
    schema: z.string().optional(),
    expects: "a Toss Payments client key",
    unset: "none; required with `PAYMENT_PROVIDER=toss`",
  }),
  TOSS_API_URL: variable({
    schema: httpUrl.default("https://api.tosspayments.com"),
    expects: HTTP_URL,
    unset: "`https://api.tosspayments.com`",
  }),
  COUPANG_API_URL: variable({
    schema: httpUrl.optional(),
    expects: HTTP_URL,
    unset: "`https://api-gateway.coupang.com`; with `SANDBOX`, a pretended one",
  }),
  PHONE_LINES: variable({
    schema: phoneLines,
    expects: "numbers with inboxes, each once, such as +821012345678=codes@example.com, with commas between",
    unset: "none; three pretended ones with `SANDBOX`",
  }),
  SMS_SENDERS: variable({
    schema: smsSenders,
    expects: "telephone numbers with commas between",
    unset: "`1577-7011`: SMS of other senders are shown to no seller",
  }),
  EMAIL_SENDERS: variable({
    schema: emailSenders,
    expects: "addresses or domains with commas between",
    unset:
      "`coupang.com` and what is below it, with `SANDBOX` the pretended one's, too: other e-mails are shown to no seller",
  }),
  DATA_PLATFORM_URL: variable({
    schema: httpUrl.optional(),
    expects: HTTP_URL,
    unset: "the sandbox receiver inside the app",
  }),
  TRUSTED_DESTINATIONS: variable({
    schema: origins,
    expects: "origins such as https://data.internal:8443, with commas between",
    unset:
      "none: transmissions go over https to public addresses alone; with `SANDBOX`, to `DATA_PLATFORM_URL` as it is",
  }),
  ...messages,
  ...wallets,
  ...business,
  ...accounts,
  ...approvals,
  SANDBOX: variable({
    schema: flag.optional(),
    expects: FLAG,
    unset:
      "on with the embedded database, else off; refused beside real keys or an `APP_URL` that is not this machine",
  }),
  DEMO: variable({
    schema: flag.optional(),
    expects: FLAG,
    unset:
      "on with the embedded database, else off: demo data and the demo accounts, which are shut while it is off; refused wherever `SANDBOX` is, and without it",
  }),
  RATE_LIMITS: variable({
    schema: flag.default(true),
    expects: FLAG,
    unset: "on; `off` only together with `SANDBOX`, for load tests",
  }),
  TRUSTED_PROXY_HOPS: variable({
    schema: wholeNumber(0, 10).default(0),
    expects: "a whole number from 0 to 10",
    unset: "0: the connection's own address counts; else how many proxies in front add to `X-Forwarded-For`",
  }),
  CORS_ORIGINS: variable({
    schema: origins,
    expects: "origins such as https://app.example.com, with commas between",
    unset: "none: only the app's own pages may call the API from a browser",
  }),
  ...files,
  ...observability,
  PROCESS_ROLE: variable({
    schema: z.enum(["web", "jobs", "both"]).default("both"),
    expects: "web, jobs or both",
    unset:
      "both: each process sells and runs jobs; `web` leaves the jobs to others, `jobs` has no pages and answers the API for probes and for an Inngest server",
  }),
  STOP_GRACE_SECONDS: variable({
    schema: wholeNumber(0, 60).optional(),
    expects: "a whole number from 0 to 60",
    unset:
      "5 in production with a database of one's own, else 0: so long a process that was asked to stop still answers, while `/api/health/ready` says 503",
  }),
  WEB_CONCURRENCY: variable({
    schema: wholeNumber(1, 128).optional(),
    expects: "a whole number from 1 to 128",
    unset: "one app process per core",
  }),
};

export type VariableName = keyof typeof variables;

/** The secrets that the launcher makes when the environment has none. */
export const generatedSecrets = [
  "AUTH_SECRET",
  "TICKET_SIGNING_KEY",
  "PAYMENT_WEBHOOK_SECRET",
  "SMS_WEBHOOK_SECRET",
  "EMAIL_WEBHOOK_SECRET",
  "DATA_PLATFORM_SECRET",
] as const satisfies readonly VariableName[];

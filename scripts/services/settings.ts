import { type Env, type EnvSource, readEnv } from "#server/platform/config/env.ts";
import { generatedSecrets, type VariableName } from "#server/platform/config/env-variables.ts";
import { isLoopback } from "#server/platform/http/own-address.ts";
import { isLocalOnly, withLoopbackUnproxied } from "./loopback.ts";

type Filled = "DATABASE_URL" | "REDIS_URL" | (typeof generatedSecrets)[number];

/** The settings of a start, before the launcher has filled in missing ones. */
export interface Settings {
  readonly values: Omit<Env, Filled> & Partial<Pick<Env, Filled>>;
  /** True without DATABASE_URL: the launcher runs the database, makes the secrets and turns on sandbox and demo data. */
  readonly embedded: boolean;
  /** The environment for the processes that the launcher starts. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Reads the environment. With the embedded database, no variable is required.
 * @throws EnvError naming each wrong variable
 */
export function readSettings(source: EnvSource, { development }: { development: boolean }): Settings {
  const embedded = !source.DATABASE_URL;
  const environment: NodeJS.ProcessEnv = {
    ...withLoopbackUnproxied(source as NodeJS.ProcessEnv),
    NODE_ENV: development ? "development" : "production",
    SEONCHAK_EMBEDDED: embedded ? "on" : "off",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const later: Filled[] = embedded ? ["DATABASE_URL", "REDIS_URL", ...generatedSecrets] : [];
  const values = readEnv<VariableName & Filled>(environment, later);
  // Only the launcher gets the owner's password, because no app process may change tables.
  delete environment.MIGRATION_DATABASE_URL;
  // The pages read the environment alone.
  environment.APP_URL = values.APP_URL;
  return { values, embedded, environment };
}

/** Warnings about settings that work but are probably not intended, one sentence each. */
export const warningsAbout = ({ values }: Settings): string[] =>
  [...(values.SANDBOX ? sandboxWarnings(values) : shopWarnings(values)), proxyWarning(values)].filter(
    (warning) => warning !== false,
  );

type Values = Settings["values"];

const sandboxWarnings = ({ HOST, DEMO, APP_URL }: Values): (string | false)[] => [
  !isLocalOnly(HOST) &&
    `Anyone who reaches this machine (HOST=${HOST}) can get tickets without paying${DEMO ? " and knows the administrator's password" : ""}.`,
  isLocalOnly(HOST) &&
    !isLoopback(APP_URL) &&
    `Only this machine can reach APP_URL, ${APP_URL}: set HOST to its address, or to 0.0.0.0.`,
];

const shopWarnings = (values: Values): (string | false)[] => [
  values.PAYMENT_PROVIDER === "sandbox" &&
    "Buyers cannot pay: PAYMENT_PROVIDER is sandbox, but SANDBOX is off.",
  values.SMTP_URL === undefined && "No e-mail is sent: SMTP_URL is not set, and SANDBOX is off.",
  values.DATA_PLATFORM_URL === undefined &&
    "No order reaches the data platform: DATA_PLATFORM_URL is not set, and SANDBOX is off.",
  isLoopback(values.APP_URL) &&
    `Links in e-mails open only on this machine: APP_URL is ${values.APP_URL}. Set it to the public address.`,
];

const proxyWarning = ({ TRUSTED_PROXY_HOPS: hops, SANDBOX }: Values): string | false =>
  hops === 0
    ? !SANDBOX &&
      "TRUSTED_PROXY_HOPS is 0: limits count the address that connects. Behind a proxy all clients have the proxy's address: set it to the number of proxies."
    : `TRUSTED_PROXY_HOPS is ${hops}: limits count the ${hops === 1 ? "last" : `${hops}th last`} address of X-Forwarded-For. Make the app reachable only through ${hops === 1 ? "the proxy" : `those ${hops} proxies`}, or clients can forge addresses.`;

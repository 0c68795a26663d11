import { type Env, type EnvSource, readEnv } from "#server/platform/config/env.ts";
import { generatedSecrets, type VariableName } from "#server/platform/config/env-variables.ts";
import { isLoopback } from "#server/platform/http/own-address.ts";
import { isLocalOnly, withLoopbackUnproxied } from "./loopback.ts";

type Filled = "DATABASE_URL" | "REDIS_URL" | (typeof generatedSecrets)[number];

/** The settings of a start, before the launcher has filled in what was left out. */
export interface Settings {
  readonly values: Omit<Env, Filled> & Partial<Pick<Env, Filled>>;
  /** No DATABASE_URL: the launcher runs the database, makes the secrets and turns on sandbox and demo data. */
  readonly embedded: boolean;
  /** The environment to hand down, with what is known by now. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Reads the environment as the launcher sees it: with the embedded database it makes up for everything left out.
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
  const later: Filled[] = embedded ? ["DATABASE_URL", "REDIS_URL", ...generatedSecrets] : ["REDIS_URL"];
  const values = readEnv<VariableName & Filled>(environment, later);
  // The owner's password is the start's alone: no app process may change tables.
  delete environment.MIGRATION_DATABASE_URL;
  // The pages read the environment alone.
  environment.APP_URL = values.APP_URL;
  return { values, embedded, environment };
}

/** What works but is hardly meant, or is easily meant otherwise, one sentence each. */
export const warningsAbout = ({ values }: Settings): string[] =>
  [...(values.SANDBOX ? playgroundDoubts(values) : shopDoubts(values)), proxyDoubt(values)].filter(
    (doubt) => doubt !== false,
  );

type Values = Settings["values"];

const playgroundDoubts = ({ HOST, DEMO, APP_URL }: Values): (string | false)[] => [
  !isLocalOnly(HOST) &&
    `Everybody who reaches this machine (HOST=${HOST}) can have tickets for pretended money${DEMO ? ", and knows the administrator's password" : ""}.`,
  isLocalOnly(HOST) &&
    !isLoopback(APP_URL) &&
    `Nobody but this machine reaches APP_URL, ${APP_URL}: set HOST to its address, or to 0.0.0.0.`,
];

const shopDoubts = (values: Values): (string | false)[] => [
  values.PAYMENT_PROVIDER === "sandbox" && "Nobody can pay: PAYMENT_PROVIDER is sandbox, but SANDBOX is off.",
  values.SMTP_URL === undefined && "No mail leaves: SMTP_URL is not set, and SANDBOX is off.",
  values.DATA_PLATFORM_URL === undefined &&
    "No order reaches the data platform: DATA_PLATFORM_URL is not set, and SANDBOX is off.",
  isLoopback(values.APP_URL) &&
    `Links in mails lead to this machine alone: APP_URL is ${values.APP_URL}. Set it to the address that people open.`,
];

const proxyDoubt = ({ TRUSTED_PROXY_HOPS: hops, SANDBOX }: Values): string | false =>
  hops === 0
    ? !SANDBOX &&
      "TRUSTED_PROXY_HOPS is 0: limits count the address that connects. Behind a proxy that is the proxy's, for everybody: set it to the number of proxies."
    : `TRUSTED_PROXY_HOPS is ${hops}: limits count the ${hops === 1 ? "last" : `${hops}th last`} address of X-Forwarded-For. Let nobody reach the app but through ${hops === 1 ? "the proxy" : `those ${hops} proxies`}, or addresses can be made up.`;

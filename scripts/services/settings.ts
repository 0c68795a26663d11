import { type Env, type EnvSource, readEnv } from "#server/platform/env.ts";
import { generatedSecrets, type VariableName } from "#server/platform/env-variables.ts";

type Filled = "DATABASE_URL" | "REDIS_URL" | (typeof generatedSecrets)[number];

/** The settings of a start, before the launcher has filled in what nobody gave. */
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
    ...source,
    NODE_ENV: development ? "development" : "production",
    SEONCHAK_EMBEDDED: embedded ? "on" : "off",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const later: Filled[] = embedded ? ["DATABASE_URL", "REDIS_URL", ...generatedSecrets] : ["REDIS_URL"];
  const values = readEnv<VariableName & Filled>(environment, later);
  return { values, embedded, environment };
}

/** What works but is hardly meant, one sentence each. */
export function doubtsAbout({ values }: Settings): string[] {
  if (values.SANDBOX) return [];
  return [
    values.PAYMENT_PROVIDER === "sandbox" &&
      "Nobody can pay: PAYMENT_PROVIDER is sandbox, but SANDBOX is off.",
    values.SMTP_URL === undefined && "No mail leaves: SMTP_URL is not set, and SANDBOX is off.",
    values.DATA_PLATFORM_URL === undefined &&
      "No order reaches the data platform: DATA_PLATFORM_URL is not set, and SANDBOX is off.",
  ].filter((doubt) => doubt !== false);
}

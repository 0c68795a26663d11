import type { z } from "zod";
import {
  generatedSecrets,
  type Variable,
  type VariableName,
  variables,
} from "#server/platform/env-variables.ts";

type Parsed = { readonly [K in VariableName]: z.output<(typeof variables)[K]["schema"]> };
type Derived = { readonly APP_URL: string; readonly SANDBOX: boolean; readonly DEMO: boolean };

/** The settings of one process, read and typed. Optional ones are `undefined` when left out. */
export type Env = Omit<Parsed, keyof Derived> & Derived;
export type EnvSource = Readonly<Record<string, string | undefined>>;

const SECRET_LENGTH_MIN = 32;

/** A start with wrong settings: the message has one line for each, naming the variable and what is expected. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Wrong settings in the environment:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/**
 * Reads the settings from `source`. Those in `filledLater` may be missing: the launcher fills them in.
 * @throws EnvError naming every variable that is missing, unreadable or contradicts another one.
 */
export function readEnv<K extends VariableName = never>(
  source: EnvSource,
  filledLater: readonly K[] = [],
): Omit<Env, K> & Partial<Pick<Env, K>> {
  const problems: string[] = [];
  const values: Partial<Record<VariableName, unknown>> = {};
  for (const name of Object.keys(variables) as VariableName[]) {
    const text = source[name] || undefined;
    if (text === undefined && filledLater.some((later) => later === name)) continue;
    const result = variables[name].schema.safeParse(text);
    if (result.success) values[name] = result.data;
    else problems.push(complaintAbout(name, text));
  }
  if (problems.length === 0) problems.push(...contradictions(derive(values as Parsed)));
  if (problems.length > 0) throw new EnvError(problems);
  return derive(values as Parsed);
}

function complaintAbout(name: VariableName, text: string | undefined): string {
  const declaration: Variable<z.ZodType> = variables[name];
  if (text === undefined) return `${name} is missing: expected ${declaration.expects}.`;
  return `${name} is ${declaration.secret ? "not valid" : `"${text}"`}: expected ${declaration.expects}.`;
}

function derive(values: Parsed): Env {
  return {
    ...values,
    APP_URL: values.APP_URL ?? `http://localhost:${values.PORT}`,
    SANDBOX: values.SANDBOX ?? values.SEONCHAK_EMBEDDED,
    DEMO: values.DEMO ?? values.SEONCHAK_EMBEDDED,
  };
}

function contradictions(env: Env): string[] {
  const production = env.NODE_ENV === "production";
  const own = production && !env.SEONCHAK_EMBEDDED;
  const toss = env.PAYMENT_PROVIDER === "toss";
  const inngest = env.INNGEST_BASE_URL !== undefined && env.INNGEST_DEV === undefined;
  const rules: [broken: boolean | undefined, problem: string][] = [
    ...generatedSecrets.map((name): [boolean | undefined, string] => [
      // `undefined` when the launcher is still to make it.
      production &&
        (env[name] as string | undefined)?.split(",").some((text) => text.length < SECRET_LENGTH_MIN),
      `${name} is too short: expected at least ${SECRET_LENGTH_MIN} characters in production.`,
    ]),
    [own && env.SANDBOX, "SANDBOX is on: expected off in production with a database of its own."],
    [own && env.DEMO, "DEMO is on: expected off in production with a database of its own."],
    [
      env.SANDBOX && env.TOSS_SECRET_KEY?.startsWith("live_"),
      "SANDBOX is on: expected off with a live TOSS_SECRET_KEY.",
    ],
    [!env.RATE_LIMITS && !env.SANDBOX, "RATE_LIMITS is off: expected on unless SANDBOX is on."],
    ...(["TOSS_SECRET_KEY", "TOSS_CLIENT_KEY"] as const).map((name): [boolean, string] => [
      toss && env[name] === undefined,
      `${name} is missing: required with PAYMENT_PROVIDER=toss.`,
    ]),
    ...(["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"] as const).map((name): [boolean, string] => [
      inngest && env[name] === undefined,
      `${name} is missing: required with INNGEST_BASE_URL, unless INNGEST_DEV is set.`,
    ]),
  ];
  return rules.flatMap(([broken, problem]) => (broken ? [problem] : []));
}

let read: Env | undefined;

/**
 * The settings of this process. They are read at the first use and not again.
 * @throws EnvError at that first use, when they are wrong.
 */
export const env: Env = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.keys(variables).map((name) => [
      name,
      {
        enumerable: true,
        get: () => {
          read ??= readEnv<never>(process.env);
          return read[name as VariableName];
        },
      },
    ]),
  ),
) as Env;

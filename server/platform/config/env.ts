import type { z } from "zod";
import type { Variable } from "#server/platform/config/env-declaration.ts";
import { contradictions } from "#server/platform/config/env-rules.ts";
import type { Env, Parsed } from "#server/platform/config/env-types.ts";
import { type VariableName, variables } from "#server/platform/config/env-variables.ts";

export type { Env };
export type EnvSource = Readonly<Record<string, string | undefined>>;

/** Where pretended money and known passwords may be reached from. */
const LOOPBACK = "127.0.0.1";

/** Two looks of a load balancer that looks every two seconds, and a little. */
const STOP_GRACE_SECONDS = 5;

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
  if (text === undefined)
    return [`${name} is missing: expected ${declaration.expects}.`, declaration.missing]
      .filter(Boolean)
      .join(" ");
  return `${name} is ${declaration.secret ? "not valid" : `"${text}"`}: expected ${declaration.expects}.`;
}

function derive(values: Parsed): Env {
  const SANDBOX = values.SANDBOX ?? values.SEONCHAK_EMBEDDED;
  const DEMO = values.DEMO ?? values.SEONCHAK_EMBEDDED;
  return {
    ...values,
    APP_URL: values.APP_URL ?? `http://localhost:${values.PORT}`,
    SANDBOX,
    DEMO,
    OPERATOR_SECOND_FACTOR: values.OPERATOR_SECOND_FACTOR ?? (values.NODE_ENV === "production" && !DEMO),
    STOP_GRACE_SECONDS:
      values.STOP_GRACE_SECONDS ??
      (values.NODE_ENV === "production" && !values.SEONCHAK_EMBEDDED ? STOP_GRACE_SECONDS : 0),
    HOST: values.HOST ?? (SANDBOX || DEMO ? LOOPBACK : undefined),
  };
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

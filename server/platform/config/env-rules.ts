import { business } from "#server/platform/config/env-business.ts";
import type { Env } from "#server/platform/config/env-types.ts";
import { generatedSecrets, type VariableName } from "#server/platform/config/env-variables.ts";
import { areSame, secretsIn, weaknessOf } from "#server/platform/config/secret-strength.ts";
import { endOfWallet, walletRules } from "#server/platform/config/wallet-rules.ts";
import { isLoopback, isThisMachine } from "#server/platform/http/own-address.ts";

type Rule = readonly [broken: boolean | undefined, problem: string];

/** Keys that others must not guess either, though their makers decide what they look like. */
const GIVEN_KEYS = ["INNGEST_SIGNING_KEY", "INNGEST_EVENT_KEY"] as const satisfies readonly VariableName[];
const GUESSABLE = [
  ...generatedSecrets,
  ...GIVEN_KEYS,
  "METRICS_TOKEN",
] as const satisfies readonly VariableName[];

/** The settings that are right one by one and wrong together: a sentence for each, with what to do. */
export const contradictions = (env: Env): string[] => [
  ...[...playgroundRules(env), ...deploymentRules(env), ...walletRules(env)].flatMap(([broken, problem]) =>
    broken ? [problem] : [],
  ),
  ...(env.NODE_ENV === "production" ? guessableSecrets(env) : []),
];

/** What may be meant, and is worth a loud word at the start: a sentence for each, with what to do. */
export function cautions(env: Env): string[] {
  const ending = endOfWallet(env).flatMap(([broken, advice]) => (broken ? [advice] : []));
  if (env.NODE_ENV !== "production" || env.SANDBOX) return ending;
  const unsaid = (Object.keys(business) as (keyof typeof business)[]).filter(
    (name) => env[name] === undefined,
  );
  const rules: Rule[] = [
    [
      env.TOSS_SECRET_KEY?.startsWith("test_"),
      "TOSS_SECRET_KEY is a test key: buyers have tickets and no money moves. Set the live keys before real sales.",
    ],
    [
      unsaid.length > 0,
      `${unsaid.join(", ")} ${unsaid.length > 1 ? "are" : "is"} missing: Korean law asks a shop to say so much of its business on its pages.`,
    ],
  ];
  return [...ending, ...rules.flatMap(([broken, advice]) => (broken ? [advice] : []))];
}

/** Settings that must not be combined with the sandbox providers and the demo accounts, whose password is public. */
function playgroundRules(env: Env): Rule[] {
  const own = env.NODE_ENV === "production" && !env.SEONCHAK_EMBEDDED;
  const elsewhere = !isThisMachine(env.APP_URL);
  const live = keyOfProduction(env);
  return [
    [
      env.SANDBOX && own,
      "SANDBOX is on with your own database in production: tickets could be had for pretended money. Set SANDBOX=off.",
    ],
    [
      env.SANDBOX && live !== undefined,
      `SANDBOX is on beside ${live}, which is a key of real trade. Set SANDBOX=off, or take a test key.`,
    ],
    [
      env.SANDBOX && elsewhere,
      `SANDBOX is on while APP_URL, ${env.APP_URL}, is not this machine: anyone could get tickets without paying. Set SANDBOX=off, or leave APP_URL out.`,
    ],
    [
      env.DEMO && own,
      "DEMO is on with your own database in production: its administrator's password is public. Set DEMO=off.",
    ],
    [
      env.DEMO && live !== undefined,
      `DEMO is on beside ${live}, which is a key of real trade: its administrator's password is public. Set DEMO=off.`,
    ],
    [
      env.DEMO && !env.SANDBOX,
      "DEMO is on while SANDBOX is off: its administrator's password is public. Set DEMO=off.",
    ],
    [
      env.DEMO && elsewhere,
      `DEMO is on while APP_URL, ${env.APP_URL}, is not this machine: its administrator's password is public. Set DEMO=off, or leave APP_URL out.`,
    ],
    [!env.RATE_LIMITS && !env.SANDBOX, "RATE_LIMITS is off: expected on unless SANDBOX is on."],
  ];
}

function deploymentRules(env: Env): Rule[] {
  const production = env.NODE_ENV === "production";
  const toss = env.PAYMENT_PROVIDER === "toss";
  const inngest = env.INNGEST_BASE_URL !== undefined && env.INNGEST_DEV === undefined;
  const repeated = repeatedIn(env.PHONE_LINES.flatMap(({ phoneNumber, inbox }) => [phoneNumber, inbox]));
  return [
    [
      repeated.length > 0,
      `PHONE_LINES names ${repeated.join(" and ")} more than once: a code could not be told to be one line's. Name each number and each inbox once.`,
    ],
    [
      env.INNGEST_DEV !== undefined && production,
      "INNGEST_DEV is set in production: with it anyone could run jobs without a signature. Leave it out; a server of your own is named by INNGEST_BASE_URL, with INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY.",
    ],
    [
      env.INNGEST_DEV !== undefined && !production && !isThisMachine(env.APP_URL),
      `INNGEST_DEV is set while APP_URL, ${env.APP_URL}, is not this machine: with it anyone could run jobs without a signature. Leave one of them out.`,
    ],
    [
      production && !env.SANDBOX && env.APP_URL.startsWith("http:") && !isLoopback(env.APP_URL),
      `APP_URL is ${env.APP_URL}: expected https:// in production, the address that people open, also where a proxy in front ends TLS.`,
    ],
    ...(["TOSS_SECRET_KEY", "TOSS_CLIENT_KEY"] as const).map(
      (name): Rule => [
        toss && env[name] === undefined,
        `${name} is missing: required with PAYMENT_PROVIDER=toss.`,
      ],
    ),
    [
      env.REQUIRE_VERIFIED_EMAIL && env.SMTP_URL === undefined && !env.SANDBOX,
      "REQUIRE_VERIFIED_EMAIL is on without SMTP_URL: no one could confirm an address, and no one could buy. Set SMTP_URL, or leave it out.",
    ],
    [
      env.BACKUP_DIR !== undefined && !env.SEONCHAK_EMBEDDED,
      "BACKUP_DIR is set with a database of your own, whose log the app cannot keep: leave it out, and see docs/operations/backup.md.",
    ],
    ...(["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const).map(
      (name): Rule => [
        env.S3_BUCKET_URL !== undefined && env[name] === undefined,
        `${name} is missing: required with S3_BUCKET_URL.`,
      ],
    ),
    ...GIVEN_KEYS.map(
      (name): Rule => [
        inngest && env[name] === undefined,
        `${name} is missing: required with INNGEST_BASE_URL, unless INNGEST_DEV is set.`,
      ],
    ),
  ];
}

const repeatedIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text, index) => texts.indexOf(text) !== index)),
];

/** The variable that holds a key with which real money or a real system is moved. */
function keyOfProduction(env: Env): VariableName | undefined {
  const marks = {
    TOSS_SECRET_KEY: /^live_/,
    TOSS_CLIENT_KEY: /^live_/,
    INNGEST_SIGNING_KEY: /^signkey-prod-/,
  };
  return (Object.keys(marks) as (keyof typeof marks)[]).find((name) => marks[name].test(env[name] ?? ""));
}

function guessableSecrets(env: Env): string[] {
  // One that is still to be made by the launcher is `undefined`.
  const given = GUESSABLE.flatMap((name) =>
    secretsIn((env[name] as string | undefined) ?? "").flatMap((secret) =>
      secret ? [{ name, secret }] : [],
    ),
  );
  const weak = given.flatMap(({ name, secret }) => {
    const weakness = weaknessOf(name, secret);
    return weakness === undefined ? [] : [`${name} ${weakness}. Make one with: openssl rand -hex 32`];
  });
  const equal = given.flatMap(({ name, secret }, index) => {
    const first = given.findIndex((other) => areSame(other.secret, secret));
    return first === index
      ? []
      : [`${name} is the same as ${given[first]?.name}: a leak of one gives both away. Make another one.`];
  });
  return [...weak, ...equal];
}

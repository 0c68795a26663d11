import { columnsOf, nameOf, PERIODS, type TableUse } from "#db/privacy/declare.ts";
import type { logFields, redisKeys } from "#db/privacy/elsewhere.ts";
import { table } from "./table.ts";

interface Sources {
  readonly tables: readonly TableUse[];
  readonly redis: typeof redisKeys;
  readonly log: typeof logFields;
}

/** The page of what is kept of people, where, what for and how long. */
export function privacyPage({ tables, redis, log }: Sources): string {
  const sorted = [...tables].sort((one, other) => (nameOf(one.table) < nameOf(other.table) ? -1 : 1));
  return `# What is kept, what for and how long

Printed from \`db/privacy/\` by \`npm run generate\`. A column that is not declared there does not compile, and a test
compares the declaration with the database. *Personal* is what says something of a person by itself. Other columns of a
row that names a person say something only through the person's id, which after an erasure is a pseudonym: nothing leads
from it to a name or an address any more. Times are kept by the job \`retention.purge\`.

The shop's page \`/privacy-policy\` is printed from the same declaration, in both languages.

A person takes a copy of their data on \`/me/privacy\`: every row that is theirs by this declaration, and their login sessions.
Nobody gets a copy of a column that is marked *no copy*. [Decision 035](decisions/035-privacy.md) says how an account is
erased.

## Periods
${table(
  ["name", "how long"],
  Object.entries(PERIODS).map(([name, { en }]) => [name, en]),
)}

## Postgres
${sorted.map(section).join("\n\n")}

## Redis
${table(
  ["key", "what it has", "personal", "how long"],
  redis.map(({ key, what, personal, kept }) => [`\`${key}\``, what, personal ? "yes" : "", kept.en]),
)}

## The log
A line never has an e-mail address, a phone number, a password, a token, a code or a card number. The app
writes to standard output. \`npm start\` keeps that in a file of 50 MB and one older copy; elsewhere the host decides.

${table(
  ["field", "what it says"],
  log.map(({ field, what }) => [`\`${field}\``, what]),
)}
`;
}

function section(of: TableUse): string {
  const rows = columnsOf(of).map(({ name, purpose, personal, withheld, kept }) => [
    `\`${name}\``,
    purpose,
    [personal && "personal", withheld && "no copy"].filter(Boolean).join(", "),
    kept,
  ]);
  return `### ${nameOf(of.table)}
${of.purpose}${of.owners.length > 0 ? " A person's copy has their rows." : ""}

${table(["column", "what for", "", "kept"], rows)}`;
}

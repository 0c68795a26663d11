import { columnsOf, PERIODS, type Words } from "#db/privacy/declare.ts";
import { redisKeys } from "#db/privacy/elsewhere.ts";
import { tableUses } from "#db/privacy/tables.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { NoInput } from "../platform/values/text.ts";
import { Erasure } from "./contract.ts";
import { findObstacles } from "./store.ts";

export const myErasure = defineQuery({
  id: "privacy.my-erasure",
  summary: "What has to end before you can erase your account.",
  allow: signedIn,
  input: NoInput,
  output: Erasure,
  run: async (ctx) => ({ obstacles: await findObstacles(ctx, ctx.actor.userId) }),
});

/**
 * What the privacy policy lists, from the declaration beside the schema.
 * @returns what says something of a person by itself, and the other records of people by how long they are kept
 */
export function disclosuresIn(locale: keyof Words) {
  const columns = tableUses.flatMap(columnsOf).map((column) => ({ ...column, kept: PERIODS[column.kept] }));
  const personal = [...columns, ...redisKeys].flatMap(({ personal: said, kept }) =>
    said ? [{ what: said.what[locale], why: said.why[locale], kept: kept[locale] }] : [],
  );
  const named = tableUses.flatMap(({ records, kept }) => (records ? [{ what: records[locale], kept }] : []));
  const records = [...Map.groupBy(named, ({ kept }) => kept)].map(([kept, rows]) => ({
    what: rows.map(({ what }) => what).join(", "),
    kept: PERIODS[kept][locale],
  }));
  return { personal, records };
}

import { columnsOf, nameOf } from "#db/privacy/declare.ts";
import { tableUses } from "#db/privacy/tables.ts";
import { deliveryAddresses } from "#db/schema/shipping.ts";
import { me, myLoginSessions } from "../../auth/queries.ts";
import { lockAccount } from "../../auth/steps/lock-account.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { countAudited, writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { AppContext, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoInput } from "../../platform/values/text.ts";
import { openAddress } from "../../shipping/addresses.store.ts";
import { PersonalData } from "../contract.ts";
import { COPIES_PER_HOUR_MAX, ROWS_MAX } from "../policy.ts";
import { findRowsOf } from "../rows.store.ts";

const HOUR_SECONDS = 3600;
const ID = "privacy.copy-data";

/**
 * A copy of all that is kept of the caller, by the declaration in db/privacy/ and with the login sessions that Redis has.
 * Throws `rate_limited` (429) after several within an hour.
 */
export const copyData = defineDirectCommand({
  id: ID,
  summary: "A copy of everything that is kept of you.",
  allow: signedIn,
  input: NoInput,
  output: PersonalData,
  async run(ctx) {
    const { userId } = ctx.actor;
    await countCopy(ctx);
    const account = await me(ctx, {});
    if (!account) throw platformErrors.unauthorized();
    const owned = tableUses.filter(({ owners }) => owners.length > 0);
    const tables: PersonalData["tables"] = {};
    const cut: string[] = [];
    // One table after the other, so that a copy takes one connection of the pool.
    for (const of of owned) {
      const rows = await findRowsOf(ctx, of, { id: userId, email: account.email });
      tables[nameOf(of.table)] = rows.slice(0, ROWS_MAX).map((row) => readable(of.table, row));
      if (rows.length > ROWS_MAX) cut.push(nameOf(of.table));
    }
    const withheld = owned.flatMap((of) =>
      columnsOf(of).flatMap(({ name: column, withheld: why }) =>
        why ? [{ table: nameOf(of.table), column, why }] : [],
      ),
    );
    const loginSessions = await myLoginSessions(ctx, {});
    return { madeAt: await databaseNow(ctx.db), userId, tables, cut, withheld, loginSessions };
  },
});

/** A row as the person can read it: where their parcels go is sealed. */
const readable = (table: unknown, row: Record<string, unknown>) =>
  table === deliveryAddresses
    ? { ...row, sealed: openAddress(row as Parameters<typeof openAddress>[0]) }
    : row;

/** Records a copy, one after the other, so that those who are asked for at once are counted too. */
const countCopy = (ctx: AppContext<UserActor>) =>
  inTransaction(ctx, async (tx) => {
    const { userId, role } = ctx.actor;
    await lockAccount(tx, userId, role);
    if ((await countAudited(tx, ID, userId, HOUR_SECONDS)) >= COPIES_PER_HOUR_MAX)
      throw platformErrors.rate_limited({}, { retryAfterSeconds: HOUR_SECONDS });
    writeAudit(tx, [{ action: ID, target: userId, outcome: "ok" }]);
  });

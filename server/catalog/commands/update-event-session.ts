import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { writeHistory } from "../../platform/transition.ts";
import { announceChange } from "../cache.ts";
import { EventSessionView, UpdateEventSession } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { requireManager, stockBirth } from "../policy.ts";
import { eventIdOf, viewSale } from "../queries.ts";
import { changeCounters, findEvent, type SaleRow, setSalesOverride } from "../store.ts";
import { requireAccount } from "./require-account.ts";

const OVERRIDES = { OPEN: "OPEN", CLOSED: "CLOSED", SCHEDULED: null } as const;

/**
 * Opens or closes sales by hand, or puts more stock on sale. Throws `not_found` for another's event session,
 * `account_needed` (403) where a seller without a connected account adds stock.
 */
export const updateEventSession = defineCommand({
  id: "catalog.update-event-session",
  summary: "Open or close sales, or add stock.",
  allow: role("ADMIN", "SELLER"),
  input: UpdateEventSession,
  output: EventSessionView,
  refuses: [catalogErrors.account_needed],
  audit: ({ id, ...changes }) => ({ target: id, meta: changes }),
  async run(tx, { id, status, addStock = 0 }) {
    const eventId = await eventIdOf(tx, id);
    requireManager(tx.actor, await findEvent(tx, eventId));
    if (addStock > 0) await requireAccount(tx);
    let sale: SaleRow | undefined;
    await announceChange(tx, eventId, () => sale);
    if (status) await setSalesOverride(tx, id, OVERRIDES[status]);
    sale = await changeCounters(tx, id, { total: addStock, remaining: addStock });
    if (addStock > 0) writeHistory(tx, [stockBirth(id, addStock, "restocked")]);
    return viewSale(tx, sale);
  },
});

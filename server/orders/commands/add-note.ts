import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { NoteOnOrder } from "../contract.ts";
import { requireOwnOrder } from "../queries.ts";

/** Keeps an operator's note on an order. The audit log has it: who wrote it and when, and that it stays. */
export const addNote = defineCommand({
  id: "orders.add-note",
  summary: "Keeps a note on an order.",
  allow: role("ADMIN"),
  input: NoteOnOrder,
  output: NoOutput,
  audit: ({ id, note }) => ({ target: id, meta: { note } }),
  async run(tx, { id }) {
    await requireOwnOrder(tx, id);
    return {};
  },
});

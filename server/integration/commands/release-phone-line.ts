import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { PhoneLine, ReleasePhoneLine } from "../contract.ts";
import { viewPhoneLine } from "../queries.ts";
import { endAndAssignNext, expireAndAssignPhoneLines } from "../steps/assign-phone-lines.ts";

/** Frees a phone line: its holder's session fails, and the next waiting session gets it. A free one stays so. Throws `not_found`. */
export const releasePhoneLine = defineCommand({
  id: "integration.release-line",
  summary: "Free a phone line.",
  allow: role("ADMIN"),
  input: ReleasePhoneLine,
  output: PhoneLine,
  audit: ({ id, reason }) => ({ target: id, meta: { reason } }),
  async run(tx, { id, reason = "line_released_by_admin" }) {
    await expireAndAssignPhoneLines(tx);
    const { holder } = await viewPhoneLine(tx, id);
    if (holder) await endAndAssignNext(tx, holder.id, "FAILED", reason);
    return viewPhoneLine(tx, id);
  },
});

import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { PhoneLine, ReleaseLine } from "../contract.ts";
import { viewLine } from "../queries.ts";
import { endAndHandOn, settleLinesWithin } from "./settle-lines.ts";

/** Frees a phone line: whoever holds it fails, and the next in line has it. A free one stays so. Throws `not_found`. */
export const releaseLine = defineCommand({
  id: "integration.release-line",
  summary: "Free a phone line.",
  allow: role("ADMIN"),
  input: ReleaseLine,
  output: PhoneLine,
  audit: ({ id, reason }) => ({ target: id, meta: { reason } }),
  async run(tx, { id, reason = "line_released_by_admin" }) {
    await settleLinesWithin(tx);
    const { holder } = await viewLine(tx, id);
    if (holder) await endAndHandOn(tx, holder.id, "FAILED", reason);
    return viewLine(tx, id);
  },
});

import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { DepartmentMembership } from "../contract.ts";
import { deleteMember } from "../departments.store.ts";

/** Ends a membership: the person reads nothing more of the department, not even what it was told before. */
export const removeDepartmentMember = defineCommand({
  id: "notifications.remove-department-member",
  summary: "End an operator's membership of a department.",
  allow: role("ADMIN"),
  input: DepartmentMembership,
  output: NoOutput,
  audit: ({ department, userId }) => ({ target: userId, meta: { department } }),
  async run(tx, { department, userId }) {
    await deleteMember(tx, department, userId);
    return {};
  },
});

import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { DepartmentMembership } from "../contract.ts";
import { insertMember } from "../departments.store.ts";
import { notificationErrors } from "../errors.ts";

/** Makes someone of the staff a member of a department. Throws `not_staff` (409) for anyone else. */
export const addDepartmentMember = defineCommand({
  id: "notifications.add-department-member",
  summary: "Make an operator a member of a department.",
  allow: role("ADMIN"),
  input: DepartmentMembership,
  output: NoOutput,
  refuses: [notificationErrors.not_staff],
  audit: ({ department, userId }) => ({ target: userId, meta: { department } }),
  async run(tx, { department, userId }) {
    if (!(await insertMember(tx, department, userId))) throw notificationErrors.not_staff();
    return {};
  },
});

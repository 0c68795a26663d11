import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { SetReceiver } from "../contract.ts";
import { requireSandbox } from "../policy.ts";
import { setReceiverMode } from "../store.ts";

/** Makes the sandbox's data platform behave well or badly. Throws `not_found` outside the sandbox. */
export const setReceiver = defineCommand({
  id: "sandbox.set-receiver",
  summary: "Sandbox: how the data platform behaves from now on.",
  allow: role("ADMIN"),
  input: SetReceiver,
  output: NoOutput,
  audit: ({ mode }) => ({ meta: { mode } }),
  async run(tx, { mode }) {
    requireSandbox();
    await setReceiverMode(tx, mode);
    return {};
  },
});

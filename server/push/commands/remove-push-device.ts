import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { PushDeviceInput } from "../contract.ts";
import { deleteOwn } from "../store.ts";

/** Ends the notifications of one of the caller's browsers. Throws `not_found` (404) for anybody else's. */
export const removePushDevice = defineCommand({
  id: "push.remove-device",
  summary: "End the notifications of one of your browsers.",
  allow: signedIn,
  input: PushDeviceInput,
  output: NoOutput,
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id }) {
    if (!(await deleteOwn(tx, id, tx.actor.userId))) throw platformErrors.not_found({ what: "device" });
    return {};
  },
});

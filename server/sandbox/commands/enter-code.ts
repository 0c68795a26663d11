import { tryCode } from "../../integration/gateways/sandbox-books.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { CodeEntered, EnterCode } from "../contract.ts";
import { requireSandbox } from "../policy.ts";

/** Plays Coupang: takes a code that the seller types in. Throws `not_found` outside the sandbox. */
export const enterCode = defineCommand({
  id: "sandbox.enter-code",
  summary: "Sandbox: type a code in at Coupang.",
  allow: anyone,
  input: EnterCode,
  output: CodeEntered,
  audit: ({ vendorId, channel }, result) => ({
    target: vendorId,
    meta: { channel, accepted: result?.accepted },
  }),
  async run(tx, { vendorId, channel, code }) {
    requireSandbox();
    return { accepted: await tryCode(tx, vendorId, channel, code) };
  },
});

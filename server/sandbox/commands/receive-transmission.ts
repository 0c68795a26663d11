import { z } from "zod";
import { env } from "../../platform/config/env.ts";
import { isSigned } from "../../platform/http/webhook.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { toStorableText } from "../../platform/values/text.ts";
import { ReceivedTransmission, ReceiverMode } from "../contract.ts";
import { requireSandbox } from "../policy.ts";
import { findReceiverMode, insertReceived } from "../store.ts";

/** In these modes it stores nothing; in the others it does, though the sender may get no answer. */
const REFUSING: readonly ReceiverMode[] = ["error500", "error404", "busy", "down"];
const BODY_LENGTH_MAX = 20_000;

/**
 * Plays the data platform: checks the signature, stores the message, and answers as the operator set it on the sandbox's page.
 * Throws `not_found` outside the sandbox, `bad_signature` (401).
 */
export const receiveTransmission = defineCommand({
  id: "sandbox.receive-transmission",
  summary: "Sandbox: what a data platform does with a transmission.",
  allow: anyone,
  input: ReceivedTransmission,
  output: z.object({ mode: ReceiverMode }),
  refuses: [platformErrors.bad_signature],
  audit: (message, output) => ({ target: message["webhook-id"], meta: { mode: output?.mode } }),
  async run(tx, { rawBody, "webhook-type": type, ...headers }) {
    requireSandbox();
    if (!isSigned({ rawBody, ...headers }, env.DATA_PLATFORM_SECRET)) throw platformErrors.bad_signature();
    const mode = await findReceiverMode(tx);
    await insertReceived(tx, {
      ...{ messageId: headers["webhook-id"], type, mode, taken: !REFUSING.includes(mode) },
      body: toStorableText(rawBody, BODY_LENGTH_MAX),
    });
    return { mode };
  },
});

import { anyone } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { maskEmail } from "../../platform/values/text.ts";
import { FollowLink, LinkView } from "../contract.ts";
import { credentialErrors } from "../errors.ts";
import { countTry } from "../limits.ts";
import { openLink } from "../queries.ts";

/**
 * What a mailed link is for, without using it. It changes nothing, but is no query, because the input of a query is in its
 * address, and addresses are logged. Throws `link_unknown` (404), `link_used`, `link_expired` (409), `rate_limited` (429).
 */
export const readLink = defineDirectCommand({
  id: "credentials.read-link",
  summary: "What a mailed link is for.",
  allow: anyone,
  input: FollowLink,
  output: LinkView,
  refuses: Object.values(credentialErrors),
  async run(ctx, { token }) {
    await countTry(ctx);
    const { kind, email, expiresAt } = await openLink(ctx, token);
    return { kind, email: maskEmail(email), expiresAt };
  },
});

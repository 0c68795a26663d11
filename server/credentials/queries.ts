import { findUser } from "../auth/accounts.store.ts";
import { env } from "../platform/config/env.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { hashOf } from "../platform/values/secret.ts";
import { NoInput } from "../platform/values/text.ts";
import { Credentials, type LinkKind } from "./contract.ts";
import { credentialErrors } from "./errors.ts";
import { findLink, type Link } from "./store.ts";

export const myCredentials = defineQuery({
  id: "credentials.mine",
  summary: "With what you log in, and whether your address is confirmed.",
  allow: signedIn,
  input: NoInput,
  output: Credentials,
  async run(ctx) {
    const user = await findUser(ctx, ctx.actor.userId);
    if (!user) throw platformErrors.unauthorized();
    const { email, emailVerifiedAt, language } = user;
    return { email, emailVerifiedAt, language, isVerificationDemanded: env.REQUIRE_VERIFIED_EMAIL };
  },
});

/**
 * A link that can still be used, looked at without using it.
 * @param kind - what it has to be for, where that counts
 * @throws `link_unknown` (404), `link_used`, `link_expired` (409)
 */
export async function openLink(ctx: AppContext, token: string, kind?: LinkKind): Promise<Link> {
  const link = await findLink(ctx, hashOf(token));
  if (!link || (kind && link.kind !== kind)) throw credentialErrors.link_unknown();
  if (link.usedAt) throw credentialErrors.link_used();
  if (link.isOver) throw credentialErrors.link_expired();
  return link;
}

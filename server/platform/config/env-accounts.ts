import { variable } from "#server/platform/config/env-declaration.ts";
import { flag } from "#server/platform/config/env-schemas.ts";

/** What is demanded of accounts (docs/spec/accounts.md). */
export const accounts = {
  REQUIRE_VERIFIED_EMAIL: variable({
    schema: flag.default(false),
    expects: "on or off",
    unset: "off; `on` lets only people hold tickets who followed a link that was mailed to them",
  }),
};

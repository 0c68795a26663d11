import { variable } from "#server/platform/config/env-declaration.ts";
import { flag } from "#server/platform/config/env-schemas.ts";

/** What is demanded of accounts (docs/spec/accounts.md). */
export const accounts = {
  OPERATOR_SECOND_FACTOR: variable({
    schema: flag.optional(),
    expects: "on or off",
    unset:
      "on in production, off where `DEMO` is on: the demo's password is public, and so a factor beside it would guard nothing. `on` lets operators act as such only with a code of an authenticator app",
  }),
  REQUIRE_VERIFIED_EMAIL: variable({
    schema: flag.default(false),
    expects: "on or off",
    unset: "off; `on` lets only people hold tickets who followed a link that was mailed to them",
  }),
};

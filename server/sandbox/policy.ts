import { env } from "../platform/config/env.ts";
import { platformErrors } from "../platform/operation/errors.ts";

/** The pages that play other companies exist only with SANDBOX on. Throws `not_found` (404) otherwise. */
export function requireSandbox(): void {
  if (!env.SANDBOX) throw platformErrors.not_found({ what: "page" });
}

/** How long a played card or telephone company takes that is late. */
export const LATE_MS = 10_000;

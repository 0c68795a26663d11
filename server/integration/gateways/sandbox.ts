import type { Marketplace } from "../gateway.ts";
import { isVerified } from "./sandbox-books.ts";

const CONNECTED = { outcome: "connected" } as const;

/** The marketplace inside the app: an account is connected once its page was given both codes. */
export const sandboxCoupang: Marketplace = {
  name: "sandbox",
  proof: "codes",
  url: (vendorId) => `/sandbox/coupang?vendorId=${encodeURIComponent(vendorId)}`,
  async check(ctx, { vendorId, keys, integrationSessionId }) {
    // Its keys begin with the vendor's own name, so that wrong ones can be tried too.
    if (keys)
      return keys.accessKey.startsWith(vendorId) ? CONNECTED : { outcome: "refused", code: "HTTP_401" };
    const isProved =
      integrationSessionId !== undefined && (await isVerified(ctx, vendorId, integrationSessionId));
    return isProved ? CONNECTED : { outcome: "refused", code: "CODES_NOT_ENTERED" };
  },
};

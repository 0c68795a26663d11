import type { AppContext } from "../platform/operation/context.ts";
import type { IntegrationSessionId } from "./contract.ts";

/** What a seller signs requests to the marketplace with. */
export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** What a marketplace says of an account: `unknown` where it did not say. */
export interface AccountCheck {
  readonly outcome: "connected" | "refused" | "unknown";
  /** Its own word for why. */
  readonly code?: string | undefined;
}

/** A marketplace. It is never asked inside a transaction. */
export interface Marketplace {
  readonly name: string;
  /** Where the seller logs in to it; a path where it is a page of the app. */
  readonly url: (vendorId: string) => string;
  /** What proves, at a session's last step, that its seller controls the vendor now. */
  readonly proof: "keys" | "codes";
  /** Tries the keys; without any, asks whether both codes were entered there for the session. */
  check(
    ctx: AppContext,
    account: {
      readonly vendorId: string;
      readonly keys?: Keys;
      readonly integrationSessionId?: IntegrationSessionId;
    },
  ): Promise<AccountCheck>;
}

import type { AppContext } from "../platform/context.ts";

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

/** A marketplace (SPEC 6). It is never asked inside a transaction. */
export interface Marketplace {
  readonly name: string;
  /** Where the seller logs in to it; a path where it is a page of the app. */
  readonly url: (vendorId: string) => string;
  /** Proves that a vendor's account works for us. */
  check(
    ctx: AppContext,
    account: { readonly vendorId: string; readonly keys: Keys | undefined },
  ): Promise<AccountCheck>;
}

import { X509Certificate } from "node:crypto";
import { env } from "#server/platform/config/env.ts";
import { passTypeOf } from "#server/platform/config/wallet-rules.ts";

/** What signs a pass for Apple Wallet. */
export interface AppleWallet {
  readonly passTypeId: string;
  readonly teamId: string;
  /** PEM, as the two others. */
  readonly certificate: string;
  readonly key: string;
  readonly authority: string;
  readonly endsAt: Date;
}

/** What signs a link for Google Wallet. */
export interface GoogleWallet {
  readonly issuerId: string;
  /** Of the service account, with its key in PEM. */
  readonly email: string;
  readonly key: string;
}

/**
 * How passes for Apple Wallet are signed.
 * @returns undefined without a certificate, and once it has ended, since a phone refuses what is signed after that
 */
export function appleWallet(now = new Date()): AppleWallet | undefined {
  const {
    APPLE_WALLET_CERTIFICATE: certificate,
    APPLE_WALLET_KEY: key,
    APPLE_WALLET_AUTHORITY: authority,
  } = env;
  if (!certificate || !key || !authority) return;
  const endsAt = new Date(new X509Certificate(certificate).validTo);
  const pass = passTypeOf(certificate);
  return pass && endsAt > now ? { ...pass, certificate, key, authority, endsAt } : undefined;
}

/**
 * How links for Google Wallet are signed.
 * @returns undefined where it is not set up
 */
export function googleWallet(): GoogleWallet | undefined {
  const { GOOGLE_WALLET_ISSUER: issuerId, GOOGLE_WALLET_ACCOUNT: account } = env;
  return issuerId && account ? { issuerId, ...account } : undefined;
}

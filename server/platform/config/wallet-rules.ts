import { createPrivateKey, X509Certificate } from "node:crypto";
import type { Env } from "#server/platform/config/env-types.ts";

type Rule = readonly [broken: boolean | undefined, problem: string];

const DAYS_OF_WARNING = 30;
const DAY_MS = 86_400_000;

/**
 * Which passes a certificate signs: Apple writes their type and the developer's team into its subject.
 * @param certificate - PEM
 * @returns undefined for a certificate of something else
 */
export function passTypeOf(certificate: string): { passTypeId: string; teamId: string } | undefined {
  const { UID: passTypeId, OU: teamId } = new X509Certificate(certificate).toLegacyObject()
    .subject as Partial<Record<string, string>>;
  return passTypeId?.startsWith("pass.") && teamId ? { passTypeId, teamId } : undefined;
}

/** What of the settings of wallets does not fit together. */
export function walletRules(env: Env): Rule[] {
  const together = [
    ["APPLE_WALLET_CERTIFICATE", "APPLE_WALLET_KEY"],
    ["APPLE_WALLET_CERTIFICATE", "APPLE_WALLET_AUTHORITY"],
    ["GOOGLE_WALLET_ISSUER", "GOOGLE_WALLET_ACCOUNT"],
  ] as const;
  return [
    ...together.flatMap(([first, second]): Rule[] => [
      [
        env[first] !== undefined && env[second] === undefined,
        `${second} is missing: required with ${first}.`,
      ],
      [
        env[first] === undefined && env[second] !== undefined,
        `${second} is set without ${first}: set both or neither.`,
      ],
    ]),
    ...appleRules(env),
  ];
}

function appleRules({
  APPLE_WALLET_CERTIFICATE: certificate,
  APPLE_WALLET_KEY: key,
  APPLE_WALLET_AUTHORITY: authority,
}: Env): Rule[] {
  if (!certificate || !key || !authority) return [];
  const read = new X509Certificate(certificate);
  return [
    [
      passTypeOf(certificate) === undefined,
      "APPLE_WALLET_CERTIFICATE is the certificate of something else: expected one that Apple issued for a pass type id.",
    ],
    [
      !read.checkPrivateKey(createPrivateKey(key)),
      "APPLE_WALLET_KEY is not the key of APPLE_WALLET_CERTIFICATE: phones would refuse the passes.",
    ],
    [
      !isIssuedBy(read, new X509Certificate(authority)),
      `APPLE_WALLET_AUTHORITY did not issue APPLE_WALLET_CERTIFICATE, which names its issuer as ${read.issuer.replaceAll("\n", ", ")}: download that one from Apple.`,
    ],
  ];
}

const isIssuedBy = (certificate: X509Certificate, authority: X509Certificate): boolean =>
  certificate.checkIssued(authority) && certificate.verify(authority.publicKey);

/** What the start says of a certificate that ends: it does not stop the shop, which sells without the button. */
export function endOfWallet({ APPLE_WALLET_CERTIFICATE: certificate }: Env, now = Date.now()): Rule[] {
  if (!certificate) return [];
  const endsAt = new Date(new X509Certificate(certificate).validTo);
  const day = endsAt.toISOString().slice(0, 10);
  const left = endsAt.getTime() - now;
  return [
    [
      left <= 0,
      `APPLE_WALLET_CERTIFICATE ended on ${day}: tickets cannot be added to Apple Wallet until it is renewed.`,
    ],
    [
      left > 0 && left < DAYS_OF_WARNING * DAY_MS,
      `APPLE_WALLET_CERTIFICATE ends on ${day}: renew it, or tickets cannot be added to Apple Wallet from then on.`,
    ],
  ];
}

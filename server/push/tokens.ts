import { createECDH, hkdfSync } from "node:crypto";
import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";

/** The number of points of P-256: a private key is less. */
const ORDER = 0xffff_ffff_0000_0000_ffff_ffff_ffff_ffff_bce6_faad_a717_9e84_f3b9_cac2_fc63_2551n;
/** A third more than a key has, so that what is left of them over the order is even. */
const DERIVED_BYTES = 48;

/** What a push service knows the shop by (RFC 8292): the key that it signs with, and whom to write to. */
export const vapid = () => singleton("push-vapid", () => makeVapid());

function makeVapid() {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(env.PUSH_PRIVATE_KEY ? Buffer.from(env.PUSH_PRIVATE_KEY, "base64url") : derivedKey());
  return {
    publicKey: ecdh.getPublicKey("base64url"),
    // A scalar with leading zeros is shorter than the length that the signer wants.
    privateKey: Buffer.from(ecdh.getPrivateKey("hex").padStart(64, "0"), "hex").toString("base64url"),
    subject: subjectOf(),
  };
}

/** The same key in every process and at every start, as long as the app's secret is the same. */
function derivedKey(): Buffer {
  const bytes = Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "seonchak", "push.vapid", DERIVED_BYTES));
  const scalar = (BigInt(`0x${bytes.toString("hex")}`) % (ORDER - 1n)) + 1n;
  return Buffer.from(scalar.toString(16).padStart(64, "0"), "hex");
}

/** Push services take an address of the web or of mail, and none of this machine. */
function subjectOf(): string {
  if (env.BUSINESS_EMAIL) return `mailto:${env.BUSINESS_EMAIL}`;
  return env.APP_URL.startsWith("https:") ? env.APP_URL : "mailto:no-reply@seonchak.example";
}

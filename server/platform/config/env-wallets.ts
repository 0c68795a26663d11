import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { variable } from "#server/platform/config/env-declaration.ts";

/** Files are made from what a person downloads at Apple and Google, so a setting is one's path, or what is in it. */
const contentsOf = (text: string): Buffer =>
  existsSync(text) ? readFileSync(text) : Buffer.from(text, "base64");

/** Reads such a file; one that `read` throws for is not understood. */
const fileOf = <T>(read: (contents: Buffer) => T) =>
  z
    .string()
    .transform((text, problems): T => {
      try {
        return read(contentsOf(text));
      } catch {
        problems.addIssue("is no such file");
        return z.NEVER;
      }
    })
    .optional();

const certificate = () => fileOf((contents) => new X509Certificate(contents).toString());

const rsaKey = fileOf((contents) => {
  const key = createPrivateKey(contents);
  if (key.asymmetricKeyType !== "rsa") throw new Error("no RSA key");
  return key.export({ type: "pkcs8", format: "pem" }).toString();
});

const serviceAccount = fileOf((contents) => {
  const account = z.object({ client_email: z.email(), private_key: z.string() });
  const { client_email: email, private_key: key } = account.parse(JSON.parse(contents.toString("utf8")));
  createPrivateKey(key);
  return { email, key };
});

/** What tickets are signed with for the wallets of phones (docs/spec/configuration.md#wallets). */
export const wallets = {
  APPLE_WALLET_CERTIFICATE: variable({
    schema: certificate(),
    expects: "the path of the certificate of a pass type id in PEM or DER, or the file itself in base64",
    unset: "tickets cannot be added to Apple Wallet",
  }),
  APPLE_WALLET_KEY: variable({
    schema: rsaKey,
    expects: "the path of that certificate's RSA key in PEM without a password, or the file itself in base64",
    unset: "none; required with `APPLE_WALLET_CERTIFICATE`",
    secret: true,
  }),
  APPLE_WALLET_AUTHORITY: variable({
    schema: certificate(),
    expects:
      "the path of Apple's intermediate certificate (WWDR) in PEM or DER that issued it, or the file itself in base64",
    unset: "none; required with `APPLE_WALLET_CERTIFICATE`",
  }),
  GOOGLE_WALLET_ISSUER: variable({
    schema: z
      .string()
      .regex(/^\d{5,30}$/)
      .optional(),
    expects: "the digits of a Google Wallet issuer id",
    unset: "tickets cannot be added to Google Wallet",
  }),
  GOOGLE_WALLET_ACCOUNT: variable({
    schema: serviceAccount,
    expects:
      "the path of the JSON key file of a service account that may issue passes, or the file itself in base64",
    unset: "none; required with `GOOGLE_WALLET_ISSUER`",
    secret: true,
  }),
};

import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PASS_TYPE = "pass.test.seonchak";
export const TEAM = "TEAM123456";
export const GOOGLE_ISSUER = "3388000000012345678";
const ACCOUNT = "wallet-passes@seonchak-123456.iam.gserviceaccount.com";

/**
 * The settings of a shop that signs passes, with keys of its own: a pretended intermediate certificate of Apple, the pass
 * certificate that it issued, and a service account of Google.
 * @param days - how long the pass certificate is good; negative for one that has ended
 */
export function walletSettings({ days = 90, subject = passSubject } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "seonchak-wallet-"));
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  try {
    const newKey = (name: string) => ["-newkey", "rsa:2048", "-nodes", "-keyout", `${name}.key`];
    openssl("req", "-x509", ...newKey("authority"), "-out", "authority.pem", "-subj", "/CN=WWDR/OU=G4");
    openssl("req", "-new", "-utf8", ...newKey("pass"), "-out", "pass.csr", "-subj", subject);
    const by = ["-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial"];
    openssl("x509", "-req", "-in", "pass.csr", ...by, "-days", String(days), "-out", "pass.pem");
    const inBase64 = (name: string) => readFileSync(join(folder, name)).toString("base64");
    return {
      APPLE_WALLET_CERTIFICATE: inBase64("pass.pem"),
      APPLE_WALLET_KEY: inBase64("pass.key"),
      APPLE_WALLET_AUTHORITY: inBase64("authority.pem"),
      GOOGLE_WALLET_ISSUER: GOOGLE_ISSUER,
      GOOGLE_WALLET_ACCOUNT: Buffer.from(JSON.stringify(serviceAccount())).toString("base64"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const passSubject = `/UID=${PASS_TYPE}/CN=Pass Type ID: ${PASS_TYPE}/OU=${TEAM}/O=선착/C=KR`;

const serviceAccount = () => ({
  type: "service_account",
  client_email: ACCOUNT,

  private_key: generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString(),
});

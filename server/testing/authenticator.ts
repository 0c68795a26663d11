import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { env } from "../platform/config/env.ts";

/** Flags of what an authenticator signs (WebAuthn 6.1): a person was there, was verified, and a new key comes with it. */
const FLAGS = { present: 0x01, verified: 0x04, made: 0x40 };

interface Options {
  readonly challenge: string;
}

/** How an answer differs from an honest one. */
interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly verified?: boolean;
  /** What the device says how often it was used; one more than before unless given. */
  readonly counter?: number;
}

/** An authenticator in software: what a phone or a key does for a browser, with one passkey. */
export class Authenticator {
  readonly credentialId = randomBytes(32).toString("base64url");
  private readonly key: KeyObject;
  private readonly publicKey: KeyObject;
  private counter = 0;

  constructor() {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.key = pair.privateKey;
    this.publicKey = pair.publicKey;
  }

  /** Makes the passkey. @returns what the browser sends */
  make({ challenge }: Options, lies: Lies = {}) {
    const id = Buffer.from(this.credentialId, "base64url");
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const data = Buffer.concat([
      ...[this.authenticatorData(FLAGS.made, lies), Buffer.alloc(16), length, id, this.coseKey()],
    ]);
    const attestationObject = Buffer.concat([
      ...[map(3), text("fmt"), text("none"), text("attStmt"), map(0), text("authData"), bytes(data)],
    ]);
    return this.answer({
      clientDataJSON: clientData("webauthn.create", challenge, lies),
      attestationObject: attestationObject.toString("base64url"),
      transports: ["internal"],
    });
  }

  /** Uses the passkey. @returns what the browser sends */
  use({ challenge }: Options, lies: Lies = {}) {
    this.counter = lies.counter ?? this.counter + 1;
    const data = this.authenticatorData(0, lies);
    const clientDataJSON = clientData("webauthn.get", challenge, lies);
    const hash = createHash("sha256").update(Buffer.from(clientDataJSON, "base64url")).digest();
    const signature = createSign("sha256")
      .update(Buffer.concat([data, hash]))
      .sign(this.key);
    return this.answer({
      clientDataJSON,
      authenticatorData: data.toString("base64url"),
      signature: signature.toString("base64url"),
    });
  }

  private answer(response: Record<string, unknown>) {
    const id = this.credentialId;
    return { id, rawId: id, type: "public-key" as const, response, clientExtensionResults: {} };
  }

  private authenticatorData(flags: number, { rpId, verified = true }: Lies): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const all = flags | FLAGS.present | (verified ? FLAGS.verified : 0);
    const name = rpId ?? new URL(env.APP_URL).hostname;
    return Buffer.concat([createHash("sha256").update(name).digest(), Buffer.from([all]), counter]);
  }

  /** The public key as COSE writes it: an ES256 key on P-256. */
  private coseKey(): Buffer {
    const { x = "", y = "" } = this.publicKey.export({ format: "jwk" });
    const [ES256, P256] = [Buffer.from([0x26]), Buffer.from([0x01])];
    return Buffer.concat([
      ...[map(5), Buffer.from([0x01, 0x02, 0x03]), ES256, Buffer.from([0x20]), P256],
      ...[Buffer.from([0x21]), bytes(Buffer.from(x, "base64url"))],
      ...[Buffer.from([0x22]), bytes(Buffer.from(y, "base64url"))],
    ]);
  }
}

const clientData = (type: string, challenge: string, { origin = new URL(env.APP_URL).origin }: Lies) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");

/** CBOR, as much of it as is needed. */
const map = (entries: number) => Buffer.from([0xa0 + entries]);
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
function bytes(value: Buffer): Buffer {
  if (value.length < 256) return Buffer.concat([Buffer.from([0x58, value.length]), value]);
  const head = Buffer.from([0x59, 0, 0]);
  head.writeUInt16BE(value.length, 1);
  return Buffer.concat([head, value]);
}

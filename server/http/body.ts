import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Context } from "hono";
import { platformErrors } from "../platform/operation/errors.ts";
import { headerOf } from "./header.ts";

/** Refuses what is no UTF-8, and keeps a byte order mark: a signature is over the bytes as they came. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The body, read from Node's own stream where its length was announced: a web stream costs more than a hold.
 * @throws `invalid_argument` (400) for a client that goes away before its end, which is no fault of the shop
 */
export async function bytesOf(c: Context): Promise<Uint8Array> {
  const incoming: IncomingMessage | undefined = c.env?.incoming;
  try {
    return incoming && headerOf(c, "content-length")
      ? await buffer(incoming)
      : new Uint8Array(await c.req.arrayBuffer());
  } catch (error) {
    if (!incoming?.readableAborted) throw error;
    throw platformErrors.invalid_argument({ path: "body", problem: "broke off" });
  }
}

/** The body as text. Throws `malformed_json` (400) for what is no UTF-8. */
export async function bodyOf(c: Context): Promise<string> {
  const bytes = await bytesOf(c);
  try {
    return utf8.decode(bytes);
  } catch {
    throw platformErrors.malformed_json();
  }
}

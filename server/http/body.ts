import { buffer } from "node:stream/consumers";
import type { Context } from "hono";
import { platformErrors } from "../platform/operation/errors.ts";
import { headerOf } from "./header.ts";

/** Refuses what is no UTF-8, and keeps a byte order mark: a signature is over the bytes as they came. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The body, read from Node's own stream where its length was announced: a web stream costs more than a hold. */
export const bytesOf = async (c: Context): Promise<Uint8Array> =>
  c.env?.incoming && headerOf(c, "content-length")
    ? buffer(c.env.incoming)
    : new Uint8Array(await c.req.arrayBuffer());

/** The body as text. Throws `malformed_json` (400) for what is no UTF-8. */
export async function bodyOf(c: Context): Promise<string> {
  const bytes = await bytesOf(c);
  try {
    return utf8.decode(bytes);
  } catch {
    throw platformErrors.malformed_json();
  }
}

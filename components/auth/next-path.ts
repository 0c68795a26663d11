/** A placeholder for the shop's own origin. No real host has this name. */
const SHOP = "http://shop.invalid";
/** Browsers drop some of these from an address and read a backslash as a slash. */
const MISREAD = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/u;

/** The page to open after logging in: only a path of this site, because a link could otherwise lead to another. */
export const safeNext = (next: string | null | undefined): string => (next && pathInShop(next)) || "/";

/** The path as the browser will read it; undefined for what may lead anywhere else, also after one more decoding. */
function pathInShop(text: string): string | undefined {
  if (!text.startsWith("/") || MISREAD.test(text) || !URL.canParse(text, SHOP)) return undefined;
  const { origin, pathname, search, hash } = new URL(text, SHOP);
  const decoded = decode(decode(pathname));
  if (origin !== SHOP || decoded === undefined) return undefined;
  if ([pathname, decoded].some((path) => path.startsWith("//") || MISREAD.test(path))) return undefined;
  return pathname + search + hash;
}

function decode(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

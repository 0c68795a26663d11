/** Strings first, since they may hold anything; what is empty stays on its line. */
const TOKENS = /"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Lays out JSON text for reading; null where it is none. Numbers and escapes stand as they were written: parsing would
 * lose digits from 2^53 on.
 */
export function prettyJson(text: string): string | null {
  if (!isJson(text)) return null;
  let depth = 0;
  const newLine = () => `\n${"  ".repeat(depth)}`;
  const layOut = (token: string) => {
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (token === ":") return ": ";
    if (token === "{" || token === "[" || token === ",") return token + newLine();
    if (token === "}" || token === "]") return newLine() + token;
    return token.startsWith('"') ? token : token.replace(/\s/g, "");
  };
  return (text.match(TOKENS) ?? []).map(layOut).join("");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

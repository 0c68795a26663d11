/** Strings come first, because they may contain any other token; empty objects and arrays stay on one line. */
const TOKENS = /"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Formats JSON text for reading; returns null for other text. Numbers and escapes stay as they were written, because
 * parsing would lose digits from 2^53 on.
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

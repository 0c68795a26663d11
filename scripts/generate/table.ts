/** A Markdown table whose cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** Names as code, one beside the other; empty where there are none. */
export const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

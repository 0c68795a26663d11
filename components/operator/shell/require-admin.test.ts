import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/**
 * Each page and not the layout asks who looks: what a layout hides until it knows is not rendered on the server, and an
 * address that leads nowhere would answer 200.
 */
it.each(globSync("app/(admin)/**/page.tsx"))("stands in %s, unless it only leads elsewhere", (file) => {
  const text = readFileSync(file, "utf8");
  if (!/^\s*redirect\(/m.test(text)) expect(text).toContain("<RequireAdmin>");
});

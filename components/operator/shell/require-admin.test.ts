import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** How the shop is now, which is public. Its component asks who looks before it shows how that changed. */
const PUBLIC: Readonly<Record<string, string>> = {
  "app/(admin)/admin/health/page.tsx": "components/operator/health/health-page.tsx",
};

/**
 * Each page and not the layout asks who looks: what a layout hides until it knows is not rendered on the server, and an
 * address that leads nowhere would answer 200.
 */
it.each(globSync("app/(admin)/**/page.tsx"))("stands in %s, unless it only leads elsewhere", (file) => {
  const text = readFileSync(PUBLIC[file] ?? file, "utf8");
  if (!/^\s*redirect\(/m.test(text)) expect(text).toContain("<RequireAdmin>");
});

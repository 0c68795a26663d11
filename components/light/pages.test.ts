import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const pages = globSync("app/**/page.tsx").flatMap((file) =>
  [...read(file).matchAll(/<LightPage\s+name="(\w+)"\s+view=\{(\w+)\}/g)].map(([, name = "", view = ""]) => ({
    ...{ file, name, view },
  })),
);

/** Frames of other layouts than the shop's and the operators'. */
const OTHERS = { "app/(door)/": "boot-door", "app/(sandbox)/": "boot-bare" };

/** What takes over the pages of a layout, and of them those that it draws for some people alone. */
function bootOf(file: string): [from: string, by: string] {
  const isFor = (gate: string) => read(file).includes(`<${gate}>`);
  if (file.startsWith("app/(admin)/"))
    return ["boot-operators", isFor("RequireAdmin") ? "boot" : "bootPublic"];
  const other = Object.entries(OTHERS).find(([layout]) => file.startsWith(layout))?.[1];
  return [other ?? (isFor("RequireOrganizer") ? "boot-organizers" : "boot"), "boot"];
}

it.each(pages)("the scripts of the light page $name boot $view in its frame", ({ file, name, view }) => {
  const [from, by] = bootOf(file);
  const source = read(`components/light/pages/${name}.ts`);
  expect(source).toContain(`import { ${by} } from "../${from}.tsx";`);
  expect(source).toContain(`${by}(${view});`);
});

it("no scripts are built that no page has", () =>
  expect(
    globSync("components/light/pages/*.ts")
      .map((file) => basename(file, ".ts"))
      .sort(),
  ).toEqual([...new Set(pages.map(({ name }) => name))].sort()));

it("each part that a page's scripts load at once is a file that they import when they need it", () => {
  const parts = globSync("app/**/page.tsx").flatMap((file) =>
    [...read(file).matchAll(/parts=\{[^}]*\["([\w-]+)"\]/g)].map(([, part = ""]) => part),
  );
  const imports = globSync("components/**/*.{ts,tsx}").map(read).join("\n");
  expect(parts).not.toEqual([]);
  for (const part of parts) expect(imports).toContain(`import("./${part}.tsx")`);
});

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemsIn, referenceProblems, slugsOf } from "./references.ts";

// Put together here, so that this file itself names nothing that is not there.
const spec = "docs/spec";
const PAGES: Readonly<Record<string, string>> = {
  [`${spec}/purchase.md`]: "# The purchase\n\n## Holds\n\n## Changes after a sale\n",
  [`${spec}/README.md`]: "# What it does\n",
  "docs/images/a.png": "",
  "docs/decisions": "",
};
const read = (path: string) => PAGES[path];
const inCode = (text: string) =>
  problemsIn("server/holds/policy.ts", `const one = 1;\n/** ${text} */\n`, read);
const inPage = (text: string) => problemsIn(`${spec}/queue.md`, `# Queue\n\n${text}\n`, read);

describe("in a comment", () => {
  it.each([
    `Two minutes (${"SPEC"} 5).`,
    `Two minutes (${"SPEC"} 4, 11).`,
    `Two minutes (${"ADR"} 005).`,
    `Two minutes, see ${"SPEC"}\n * 5.`,
  ])("a number is refused: %s", (text) => {
    expect(inCode(text)).toEqual([
      expect.stringMatching(
        /^server\/holds\/policy.ts:2 names "(SPEC|ADR) \d+", which is no page. Say the reason/,
      ),
    ]);
  });

  it("a page that is not there is refused", () => {
    expect(inCode(`Two minutes (${spec}/purchases.md#holds).`)).toEqual([
      `server/holds/policy.ts:2 names ${spec}/purchases.md, which is not there. Name one that is, or say it in words.`,
    ]);
  });

  it("a heading that its page does not have is refused, and those that it has are told", () => {
    expect(inCode(`Two minutes (${spec}/purchase.md#hold).`)).toEqual([
      `server/holds/policy.ts:2 names #hold, which is no heading of ${spec}/purchase.md. It has #the-purchase, #holds, #changes-after-a-sale.`,
    ]);
  });

  it.each([
    `Two minutes (${spec}/purchase.md#holds).`,
    `The purchase is in ${spec}/purchase.md.`,
    `Their rules: https://github.com/inngest/inngest/blob/main/${"docs"}/SDK_SPEC.md#registration.`,
    "The SPEC of the machine has 5 states.",
  ])("this is left alone: %s", (text) => {
    expect(inCode(text)).toEqual([]);
  });
});

describe("in a page", () => {
  it.each([
    ["[holds](purchases.md)", `names ${spec}/purchases.md, which is not there`],
    ["[holds](purchase.md#hold)", `names #hold, which is no heading of ${spec}/purchase.md`],
    ["[here](#quue)", `names #quue, which is no heading of ${spec}/queue.md`],
    ["![a](../images/b.png)", "names docs/images/b.png, which is not there"],
    ["[holds][1]\n\n[1]: purchases.md", `names ${spec}/purchases.md, which is not there`],
    [`It stands in \`${spec}/purchases.md\`.`, `names ${spec}/purchases.md, which is not there`],
  ])("a link that leads nowhere is refused: %s", (text, problem) => {
    expect(inPage(text)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    "[holds](purchase.md#changes-after-a-sale)",
    "[here](#queue)",
    '![a](../images/a.png "A picture")',
    "[decisions](../decisions/)",
    "[their page](https://example.com/docs/none.md#none)",
    "`[holds](purchases.md)`",
    "```md\n[holds](purchases.md)\n```",
  ])("this is left alone: %s", (text) => {
    expect(inPage(text)).toEqual([]);
  });
});

it("names headings as code hosts do", () => {
  const page = [
    "# Joining is a person's act",
    "## `GET /api/health` & [more](x.md)",
    "```sh",
    "# no heading",
    "```",
    "## 대기열 1",
    "## Twice ##",
    "### Twice",
  ];
  expect(slugsOf(page.join("\n"))).toEqual([
    "joining-is-a-persons-act",
    "get-apihealth--more",
    "대기열-1",
    "twice",
    "twice-1",
  ]);
});

it("reads what git keeps and would add", () => {
  const root = mkdtempSync(join(tmpdir(), "seonchak-references-"));
  const plant = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  spawnSync("git", ["init", "-q"], { cwd: root });
  plant("docs/ARCHITECTURE.md", "# Map\n\n[pages](spec/)\n");
  plant(`${spec}/purchase.md`, "# The purchase\n");
  plant("server/main.ts", `// ${spec}/purchase.md#the-purchase\n\n// ${spec}/purchase.md#holds\n`);
  expect(referenceProblems(root)).toEqual([expect.stringMatching(/^server\/main.ts:3 names #holds/)]);
  rmSync(root, { recursive: true, force: true });
});

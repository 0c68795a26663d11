import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { commandNameProblem, makeCommand } from "./new/command.ts";
import { domainNameProblem, makeDomain } from "./new/domain.ts";
import { commandProblems } from "./structure/commands.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seonchak-new-"));
  const lists = [
    ...["server/architecture.mjs", "server/rest.ts", "server/router.ts", "server/http/openapi.ts"],
    ...[
      "components/i18n/required.ts",
      "components/errors/messages.en.ts",
      "components/errors/messages.ko.ts",
    ],
  ];
  for (const file of lists) cpSync(file, join(root, file));
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (file: string) => readFileSync(join(root, file), "utf8");

it("makes a domain of the usual files, each with its names and none of the template's", () => {
  makeDomain(root, "entries");
  const files = globSync("{db,server/entries}/**/*.ts", { cwd: root }).sort();
  expect(files).toEqual([
    "db/schema/entries.ts",
    "server/entries/commands/create-entry.db.test.ts",
    "server/entries/commands/create-entry.ts",
    "server/entries/contract.ts",
    "server/entries/errors.ts",
    "server/entries/queries.ts",
    "server/entries/rest.ts",
    "server/entries/router.ts",
    "server/entries/store.ts",
  ]);
  for (const file of files) expect(read(file)).not.toMatch(/voucher/i);
  expect(read("server/entries/commands/create-entry.ts")).toContain('id: "entries.create-entry"');
  expect(read("server/entries/errors.ts")).toContain('entryErrors = defineErrors("entries"');
  expect(commandProblems(root, [])).toEqual([]);
});

it("names the domain wherever domains are named", async () => {
  makeDomain(root, "vouchers");
  const { domains } = await import(join(root, "server/architecture.mjs"));
  expect(domains).toMatchObject({ auth: [], vouchers: [] });
  expect(read("server/rest.ts")).toMatch(
    /from "\.\/vouchers\/rest\.ts";[\s\S]*\n {2}\.\.\.vouchersRoutes,\n\];/,
  );
  expect(read("server/router.ts")).toMatch(
    /from "\.\/vouchers\/router\.ts";[\s\S]*\n {2}vouchers: vouchersRouter,\n\}\);/,
  );
});

it("has its refusal explained in both languages, and its calls grouped in the API document", () => {
  makeDomain(root, "vouchers");
  expect(read("components/i18n/required.ts")).toMatch(
    /type Reason =[^;]*\n {2}\| keyof typeof voucherErrors;/,
  );
  for (const language of ["en", "ko"])
    expect(read(`components/errors/messages.${language}.ts`)).toMatch(
      /export const error[\s\S]*?\n {2}voucher_exists: ".+",\n\}/,
    );
  expect(read("server/http/openapi.ts")).toMatch(/const TAGS = \{[^}]*\n {2}vouchers: "Vouchers\.",\n\};/);
});

it("makes a command with its test in a domain that is there", () => {
  makeDomain(root, "vouchers");
  expect(makeCommand(root, { domain: "vouchers", name: "redeem-voucher" })).toEqual([
    "server/vouchers/commands/redeem-voucher.ts",
    "server/vouchers/commands/redeem-voucher.db.test.ts",
  ]);
  const command = read("server/vouchers/commands/redeem-voucher.ts");
  expect(command).toContain("export const redeemVoucher = defineCommand({");
  expect(command).toContain('id: "vouchers.redeem-voucher",\n  summary: "Redeem voucher.",');
  expect(commandProblems(root, [])).toEqual([]);
});

it("refuses a name that is none, or is taken", () => {
  makeDomain(root, "vouchers");
  expect(domainNameProblem(root, "gift-cards")).toContain("one lower-case word");
  expect(domainNameProblem(root, "vouchers")).toContain("is there already");
  expect(domainNameProblem(root, "coupons")).toBeUndefined();
  const problemOf = (domain: string, name: string) => commandNameProblem(root, { domain, name });
  expect(problemOf("coupons", "redeem-coupon")).toContain("no such domain");
  expect(problemOf("vouchers", "redeem")).toContain("a verb and a noun");
  expect(problemOf("vouchers", "create-voucher")).toContain("is there already");
  expect(problemOf("vouchers", "redeem-voucher")).toBeUndefined();
});

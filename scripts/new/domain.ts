import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Plan, write } from "./templates.ts";

const PLAN: Plan = {
  "db/schema/vouchers.ts": "domain/schema.ts.txt",
  "server/vouchers/contract.ts": "domain/contract.ts.txt",
  "server/vouchers/errors.ts": "domain/errors.ts.txt",
  "server/vouchers/store.ts": "domain/store.ts.txt",
  "server/vouchers/queries.ts": "domain/queries.ts.txt",
  "server/vouchers/router.ts": "domain/router.ts.txt",
  "server/vouchers/rest.ts": "domain/rest.ts.txt",
  "server/vouchers/commands/create-voucher.ts": "domain/create.ts.txt",
  "server/vouchers/commands/create-voucher.db.test.ts": "domain/create.db.test.ts.txt",
};

/** Why there can be no domain of this name; undefined where there can. */
export function domainNameProblem(root: string, name: string): string | undefined {
  if (!/^[a-z]{3,}$/.test(name)) return `"${name}": a domain is one lower-case word, such as vouchers.`;
  const taken = [`server/${name}`, `db/schema/${name}.ts`].find((path) => existsSync(join(root, path)));
  return taken && `${taken} is there already.`;
}

/**
 * Makes a domain with a table, a command and its test, a query, both transports, and its refusal in both languages, and
 * adds it to the lists of domains. The formatter puts imports and line breaks in order.
 * @param root - the directory that has `server/`
 * @returns the paths written, below `root`
 */
export function makeDomain(root: string, name: string): string[] {
  const singular = singularOf(name);
  const words = { vouchers: name, Vouchers: capital(name), voucher: singular, Voucher: capital(singular) };
  return [
    ...write(root, PLAN, words),
    addLine(root, { file: "server/architecture.mjs", line: `  ${name}: [],`, before: "\n};" }),
    addLine(root, {
      ...{ file: "server/rest.ts", line: `  ...${name}Routes,`, before: "\n];" },
      imported: `import { ${name}Routes } from "./${name}/rest.ts";`,
    }),
    addLine(root, {
      ...{ file: "server/router.ts", line: `  ${name}: ${name}Router,`, before: "\n});" },
      imported: `import { ${name}Router } from "./${name}/router.ts";`,
    }),
    addLine(root, {
      file: "server/http/openapi.ts",
      line: `  ${name}: "${capital(name)}.",`,
      before: "\n};",
    }),
    addLine(root, {
      ...{ file: "components/i18n/required.ts", line: `  | keyof typeof ${singular}Errors` },
      ...{ after: "type Reason =", before: ";" },
      imported: `import type { ${singular}Errors } from "#server/${name}/errors.ts";`,
    }),
    addLine(root, {
      ...{ file: "components/errors/messages.en.ts", before: "\n}" },
      line: `  ${singular}_exists: "You have one of this name already.",`,
    }),
    addLine(root, {
      ...{ file: "components/errors/messages.ko.ts", before: "\n}" },
      line: `  ${singular}_exists: "같은 이름이 이미 있어요.",`,
    }),
  ];
}

interface AddedLine {
  readonly file: string;
  readonly line: string;
  /** What the list ends with. */
  readonly before: string;
  /** A text before the list; without it the list is the first of the file. */
  readonly after?: string;
  readonly imported?: string;
}

/** Adds a last line to a list in a file. @returns the file */
function addLine(root: string, { file, line, before, after = "", imported }: AddedLine): string {
  const text = readFileSync(join(root, file), "utf8");
  const start = text.indexOf(after);
  const end = start < 0 ? -1 : text.indexOf(before, start);
  if (end < 0) throw new Error(`${file}: its list should end with "${before.trim()}".`);
  const added = `${text.slice(0, end)}\n${line}${text.slice(end)}`;
  writeFileSync(join(root, file), imported ? `${imported}\n${added}` : added);
  return file;
}

function singularOf(name: string): string {
  if (name.endsWith("ies")) return name.replace(/ies$/, "y");
  if (/(ss|x|ch|sh)es$/.test(name)) return name.replace(/es$/, "");
  return name.replace(/(?<!s)s$/, "");
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

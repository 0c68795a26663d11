import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Plan, write } from "./templates.ts";

const PLAN: Plan = {
  "server/domain/commands/verb-noun.ts": "command/command.ts.txt",
  "server/domain/commands/verb-noun.db.test.ts": "command/command.db.test.ts.txt",
};

/** Why there can be no command of this name in this domain; undefined where there can. */
export function commandNameProblem(root: string, { domain, name }: NewCommand): string | undefined {
  if (!domain || !existsSync(join(root, `server/${domain}/contract.ts`)))
    return `"${domain}": there is no such domain.`;
  if (!/^[a-z]+(-[a-z]+)+$/.test(name))
    return `"${name}": a command is a verb and a noun, such as redeem-voucher.`;
  const file = `server/${domain}/commands/${name}.ts`;
  return existsSync(join(root, file)) ? `${file} is there already.` : undefined;
}

interface NewCommand {
  readonly domain: string;
  readonly name: string;
}

/**
 * Makes a command that changes nothing yet, with its test.
 * @param root - the directory that has `server/`
 * @returns the paths written, below `root`
 */
export function makeCommand(root: string, { domain, name }: NewCommand): string[] {
  const sentence = name.replaceAll("-", " ");
  return write(root, PLAN, {
    domain,
    "verb-noun": name,
    verbNoun: name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    Sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1),
  });
}

import { commandNameProblem, makeCommand } from "./new/command.ts";
import { finish } from "./new/finish.ts";

const [domain = "", name = ""] = process.argv.slice(2);
const problem = commandNameProblem(".", { domain, name });
if (problem) {
  console.error(problem);
  process.exit(1);
}
finish(makeCommand(".", { domain, name }));
console.log(`
Next, in server/${domain}/:
- contract.ts: its input and output. The command: who may (allow), what it refuses with, what the audit row says.
- router.ts or rest.ts: its line. The test: what it promises.
- npm run generate, npm run check.`);

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
- contract.ts: its input and output. The command: who may (allow), what it refuses with, what the audit row says, and
  whether it needs an Idempotency-Key (docs/spec/purchase.md#idempotency).
- errors.ts, policy.ts, store.ts: its refusals, rules and SQL. The test: what it promises.
- router.ts and rest.ts: its line; a REST route also has a row in docs/spec/http-api.md, and its rule a page in docs/spec/.
Outside of it:
- components/: the page that calls it (useAct) and its messages in both languages; e2e/: a test of that page.
- server/testing/purchase-model.ts, where it holds or sells tickets.
- npm run generate, npm run check.`);

import { domainNameProblem, makeDomain } from "./new/domain.ts";
import { finish, run } from "./new/finish.ts";

const [name = ""] = process.argv.slice(2);
const problem = domainNameProblem(".", name);
if (problem) {
  console.error(problem);
  process.exit(1);
}
const files = makeDomain(".", name);
run("node_modules/drizzle-kit/bin.cjs", "generate", "--name", name);
finish(files);
console.log(`
Next, in server/${name}/ unless a path is given:
- db/schema/${name}.ts: the columns it needs. Then npx drizzle-kit drop, for the migration that was made just now, and
  npx drizzle-kit generate --name ${name}.
- contract.ts, errors.ts, store.ts, commands/: what it is about. One more command: npm run new:command -- ${name} verb-noun
- server/architecture.mjs: the domains it uses.
- components/errors/messages.en.ts and messages.ko.ts: the words of its refusals. server/http/openapi.ts: of its calls.
- machine.ts and server/machines.ts, if it has states.
- npm run generate, npm run check.`);

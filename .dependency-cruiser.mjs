import { domains, publicFiles, readSide } from "./server/architecture.mjs";

const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const tests = "\\.test\\.ts$";
// An import of types alone is written so (Biome asks for it), and no build keeps it.
const typesAlone = ["type-only"];

export default {
  forbidden: [
    ...Object.entries(domains).map(([name, uses]) =>
      error(
        `${name}-uses-only-what-it-declares`,
        "Name the domain in server/architecture.mjs, or send the news upward as an event.",
        { path: `^server/${name}/`, pathNot: tests },
        { path: "^server/[^/]+/", pathNot: `^server/(platform|${[name, ...uses].join("|")})/` },
      ),
    ),
    ...Object.entries(domains).map(([name, uses]) =>
      error(
        `${name}-reads-only-the-tables-it-declares`,
        "Ask the domain that owns the table, name it in server/architecture.mjs, or be given what it knows.",
        { path: `^server/${name}/`, pathNot: tests },
        { path: "^db/schema/", pathNot: `^db/schema/(platform|${[name, ...uses].join("|")})\\.ts$` },
      ),
    ),
    error(
      "domain-internals-are-private",
      "Call a command, a query, a step or what a store has for others, never another domain's policy or router.",
      { path: `^server/(${Object.keys(domains).join("|")})/`, pathNot: tests },
      { path: "^server/[^/]+/", pathNot: ["^server/(platform|$1)/", `^server/[^/]+/${publicFiles}`] },
    ),
    error(
      "reports-only-read",
      "A report asks the database; a command or a step is what changes it.",
      { path: `^server/${readSide}/`, pathNot: tests },
      {
        path: [
          "^server/[^/]+/(commands|steps|jobs)/",
          "^server/[^/]+/[^/]*store\\.ts$",
          "^server/platform/database/transaction\\.ts$",
        ],
      },
    ),
    error(
      "reports-stand-above-every-domain",
      "Only routers, http and scripts use a report.",
      {
        path: "^server/",
        pathNot: [`^server/(${readSide}|http|testing)/|^server/(router|rest|downloads)\\.ts$`, tests],
      },
      { path: `^server/${readSide}/` },
    ),
    error(
      "platform-knows-no-domain",
      "The platform is below every domain.",
      { path: "^server/platform/", pathNot: tests },
      { path: "^(server|db/schema)/", pathNot: "^(server/platform/|db/schema/platform\\.ts$)" },
    ),
    error(
      "schema-sees-only-machines",
      "Enums come from machines; nothing else of the server is needed.",
      { path: "^db/schema/" },
      {
        path: "^server/",
        pathNot: "^server/([^/]+|platform/database)/machine\\.ts$",
      },
    ),
    error(
      "components-are-for-browsers",
      "Components may use values, machine, errors, the pure rules of seats and scans, and types of contract and router; a limit that a page shows stands in values.",
      { path: "^components/" },
      {
        path: "^(server|db)/",
        pathNot:
          "^server/([^/]+/(contract|values|machine|errors)|seat-maps/(best-available|layout|plan)\\.policy|doors/scan\\.policy|platform/(database/machine|operation/errors|values/(ids|id-forms|korean|limits|lines|packed-states|phone))|router)\\.ts$",
      },
    ),
    error(
      "components-take-types-of-schemas",
      "A schema brings zod into the browser, 60 kB: what a page needs of a contract but its types stands in values (docs/decisions/051-pages-that-weigh-little.md).",
      { path: "^components/", pathNot: tests },
      { path: "^server/([^/]+/contract|platform/values/ids)\\.ts$|/zod/", dependencyTypesNot: typesAlone },
    ),
    error(
      "values-have-no-schema",
      "Pages ship these files: what needs zod stands in contract.",
      {
        path: "^server/([^/]+/(values|machine)|seat-maps/(best-available|hall|layout|plan)\\.policy|doors/scan\\.policy|platform/(database/machine|values/(id-forms|korean|limits|lines|packed-states|phone)))\\.ts$",
      },
      {
        path: "^server/([^/]+/contract|platform/values/(ids|text))\\.ts$|/zod/",
        dependencyTypesNot: typesAlone,
      },
    ),
    error(
      "what-opens-later-is-loaded-later",
      "Toasts, dialogs, menus and popovers are a quarter of a page's script: use ui/toast, ui/dialog, ui/menu and ui/popover, which load them after the first view.",
      { path: "^components/", pathNot: "^components/ui/([a-z]+-box|menu-items)\\.tsx$" },
      {
        path: "^components/ui/[a-z]+-box\\.tsx$|/sonner/|/@base-ui/react/(alert-dialog|dialog|menu|popover)/",
        dependencyTypesNot: typesAlone,
        dynamic: false,
      },
    ),
    error(
      "ui-knows-no-domain",
      "What is about tickets, orders or machines stands with its area; ui is for any app.",
      { path: "^components/ui/" },
      { path: "^(server|db|components)/", pathNot: "^components/(ui/|i18n/required\\.ts)" },
    ),
    error(
      "pages-open-no-stores",
      "Pages read through queries.",
      { path: "^(app|components)/" },
      {
        path: "^(server/platform/(config/env|redis/redis)|db/client|db/schema/.*)\\.ts$",
      },
    ),
    error(
      "no-cycles",
      "A cycle has no bottom.",
      { path: "^(server|components|db|app|scripts)/" },
      { circular: true },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
  },
};

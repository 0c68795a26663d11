import { parser } from "typescript-eslint";

/** Files with a function over the budget; none may come, and what is split goes from here. */
const outgrown = [
  // Pages of one thing with many states, whose markup takes the lines.
  "components/buyer/queue/queue-view.tsx",
  "components/buyer/orders/order-detail.tsx",
  "components/sandbox/sandbox-payment.tsx",
  // One closure over table and machine, whose helpers all need both.
  "server/platform/database/transition.ts",
];

// How long a function may be. oxlint has what needs types (.oxlintrc.json), and Biome the rest.
export default [
  { ignores: ["node_modules", ".next", ".data", "docs", "**/*.mjs", "*.js", "next-env.d.ts"] },
  {
    files: ["{server,components,app,scripts,db,bench}/**/*.{ts,tsx}"],
    // Tests and what they are made of: a describe is one function, however many promises it holds.
    ignores: ["**/*.test.{ts,tsx}", "server/testing/**", ...outgrown],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: { "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }] },
  },
];

import tseslint from "typescript-eslint";

/** Files with a function over the budget; none may come, and what is split goes from here. */
const outgrown = [
  // Pages of one thing with many states, whose markup takes the lines.
  "components/buyer/holds/ticket-picker.tsx",
  "components/buyer/queue/{queue-view,turn-notice}.tsx",
  "components/buyer/orders/order-detail.tsx",
  "components/sandbox/sandbox-payment.tsx",
  // One closure over table and machine, whose helpers all need both.
  "server/platform/database/transition.ts",
];

// What needs types, since a lost await inside a transaction is the worst silent fault, and the length of a function.
// The rest is Biome's.
export default tseslint.config(
  { ignores: ["node_modules", ".next", ".data", "docs", "**/*.mjs", "*.js", "next-env.d.ts"] },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { "@typescript-eslint": tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["{server,components,app,scripts,db,bench}/**/*.{ts,tsx}"],
    // Tests and what they are made of: a describe is one function, however many promises it holds.
    ignores: ["**/*.test.{ts,tsx}", "server/testing/**", ...outgrown],
    rules: { "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }] },
  },
);

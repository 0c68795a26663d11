import tseslint from "typescript-eslint";

// Only what needs types: a lost await inside a transaction is the worst silent fault. The rest is Biome's.
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
);

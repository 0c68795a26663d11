import { defineConfig } from "vitest/config";
import { patient } from "./server/testing/patience.ts";

// A zone with a 45-minute offset finds every place that takes local time for UTC.
process.env.TZ = "Asia/Kathmandu";

const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

export default defineConfig({
  test: {
    sequence: { shuffle: true },
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, "**/*.db.test.ts"],
          testTimeout: patient(5_000),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["server/testing/global-setup.ts"],
          setupFiles: ["server/testing/setup-db.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: patient(20_000),
          hookTimeout: patient(30_000),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

import { defineConfig } from "vitest/config";
import { patient } from "./server/testing/patience.ts";

// A zone with a 45-minute offset finds every place that takes local time for UTC.
process.env.TZ = "Asia/Kathmandu";

const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

/** Database tests that `npm run check` leaves out: they kill, model or rush whole systems, or go through every case. */
const slow = [
  "**/{*.,}{faults,model,cluster,estimate,races,rush,clock}.db.test.ts",
  "server/auth/{queries,commands/log-in,commands/move-person}.db.test.ts",
  "server/http/{app,inngest-server,rights,streams}.db.test.ts",
  "server/checkout/{rest,commands/confirm-payment,commands/take-payment-callback,steps/reconcile-payments}.db.test.ts",
  "server/integration/{steps,steps/assign-phone-lines,commands/receive-message}.db.test.ts",
  "server/{queue/queue,reports/queries}.db.test.ts",
  "server/{jobs,machines}.db.test.ts",
  "server/platform/values/passwords.db.test.ts",
  "scripts/**/*.db.test.ts",
];

const withServers = {
  globalSetup: ["server/testing/global-setup.ts"],
  setupFiles: ["server/testing/setup-db.ts"],
  pool: "forks" as const,
  maxWorkers: 2,
  testTimeout: patient(20_000),
  hookTimeout: patient(30_000),
  // Drizzle is hundreds of small files, and each test file loads it again: in one piece that takes a quarter less time.
  deps: {
    optimizer: {
      ssr: { enabled: true, include: ["drizzle-orm", "drizzle-orm/pg-core", "drizzle-orm/postgres-js"] },
    },
  },
};

export default defineConfig({
  test: {
    sequence: { shuffle: true },
    unstubEnvs: true,
    expect: { poll: { timeout: patient(5_000) } },
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
          exclude: [...exclude, ...slow],
          sequence: { groupOrder: 1 },
          ...withServers,
        },
      },
      {
        extends: true,
        test: { name: "slow", include: slow, exclude, sequence: { groupOrder: 2 }, ...withServers },
      },
    ],
  },
});

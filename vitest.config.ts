import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { patient } from "./server/testing/patience.ts";

// A zone with a 45-minute offset finds every place that takes local time for UTC.
process.env.TZ = "Asia/Kathmandu";

const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

/**
 * Database tests that `npm run check` leaves out: they kill, model or rush whole systems, or take more than a second on a
 * quiet machine of two cores.
 */
const slow = [
  "db/seed/demo.db.test.ts",
  "**/{*.,}{faults,model,cluster,estimate,races,rush,clock}.db.test.ts",
  "{db/{driver,migrations,silence,upgrade},scripts/**/*}.db.test.ts",
  "server/{jobs,machines}.db.test.ts",
  "server/approvals/{doors,commands/decide-approval}.db.test.ts",
  "server/auth/{queries,commands/{grant-role,log-in,move-person},steps/raise-role}.db.test.ts",
  "server/cancellations/cancelling.db.test.ts",
  "server/catalog/{sales.store,commands/update-event-session,steps/require-account}.db.test.ts",
  "server/credentials/commands/{change-email,reset-password}.db.test.ts",
  "server/checkout/{cancel-fees,delivery,rest,seats}.db.test.ts",
  "server/checkout/commands/{cancel-order,confirm-payment,decide-payment,hold-tickets,refund-order}.db.test.ts",
  "server/checkout/commands/take-payment-{callback,notification}.db.test.ts",
  "server/checkout/steps/{reconcile-payments,restore-purchases}.db.test.ts",
  "server/doors/commands/admit-guests.db.test.ts",
  "server/fulfillment/{commands/{move-shipping,move-shippings,ship-orders},jobs/complete-orders}.db.test.ts",
  "server/health/jobs/watch-health.db.test.ts",
  "server/http/{app,body-limit,door,haproxy,inngest-dev,inngest-server,metrics,own-page,rights,streams}.db.test.ts",
  "server/integration/{steps,commands/{move-session,receive-message},steps/assign-phone-lines}.db.test.ts",
  "server/job-runner/jobs/start-job-runner.db.test.ts",
  "server/mail/steps/mail-people.db.test.ts",
  "server/notifications/{departments,live}.db.test.ts",
  "server/payments/{gateways/toss,steps/finish-refunds}.db.test.ts",
  "server/platform/{database/transaction,redis/connection-loss,values/passwords}.db.test.ts",
  "server/posters/{commands/upload-poster,steps/show-poster}.db.test.ts",
  "server/privacy/commands/erase-account.db.test.ts",
  "server/queue/queue.db.test.ts",
  "server/reports/{counted-states,order,plans,queries,shippings}.db.test.ts",
  "server/sales/sales.db.test.ts",
  "server/shipping/shipping.db.test.ts",
  "server/shop/{plans,shop}.db.test.ts",
  "server/{transfers/transfers,waitlist/waitlist}.db.test.ts",
  "server/transmissions/{commands/replay,jobs/deliver-due}.db.test.ts",
];

/** Those of ten seconds and more. One that began last would run while the other core has nothing left to do. */
const long =
  /(\.(model|faults)|\/(http\/rights|machines|races|log-in|reset-password|move-shipping|reports\/queries))\.db\.test\.ts$/;

/** The long files first, and a random order among these and among the others. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    const placeOf = ({ moduleId }: TestSpecification) =>
      `${long.test(moduleId) ? 0 : 1}${createHash("sha256").update(`${seed}${moduleId}`).digest("hex")}`;
    return files.toSorted((one, other) => placeOf(one).localeCompare(placeOf(other)));
  }
}

// Where `isolate` is off a process loads packages once; the setup files have each test file load the app's modules again.
const withServers = {
  globalSetup: ["server/testing/global-setup.ts"],
  setupFiles: ["server/testing/setup-db.ts"],
  pool: "forks" as const,
  isolate: false,
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
    sequence: { shuffle: true, sequencer: LongFilesFirst },
    unstubEnvs: true,
    expect: { poll: { timeout: patient(5_000) } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, "**/*.db.test.ts"],
          // By itself vitest leaves a core to watching, which is half of two.
          maxWorkers: availableParallelism(),
          testTimeout: patient(20_000),
          setupFiles: ["server/testing/setup-unit.ts"],
          isolate: false,
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
        test: {
          name: "slow",
          include: slow,
          exclude,
          sequence: { groupOrder: 2 },
          ...withServers,
          // Many of them wait while something is killed and comes back.
          maxWorkers: 3,
        },
      },
    ],
  },
});

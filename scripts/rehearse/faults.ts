import { appUrlOf } from "#db/roles.ts";
import type { Centre } from "./centre.ts";

/** A thing that breaks in the middle of a rush. */
export interface Fault {
  readonly name: string;
  strike(centre: Centre, sessionId: string): Promise<void>;
  /** After the rush: what an operator does before the next one. */
  mend?(centre: Centre): Promise<void>;
}

export const faults: readonly Fault[] = [
  { name: "nothing", strike: async () => {} },
  {
    name: "app process killed",
    strike: async ({ apps: [app] }) => app?.kill(),
    mend: async ({ apps: [app] }) => app?.untilReady(),
  },
  {
    name: "app process halted",
    strike: async ({ apps: [, app] }) => app?.halt(),
    async mend({ apps: [, app] }) {
      app?.goOn();
      await app?.untilReady();
    },
  },
  {
    name: "app cut off from the database",
    strike: async ({ ways: [, , way] }) => way?.freeze(),
    async mend({ ways: [, , way], apps: [, , app] }) {
      way?.thaw();
      await app?.untilReady();
    },
  },
  {
    name: "PgBouncer restarted",
    strike: ({ pooler }) => pooler.restart(),
  },
  {
    name: "Redis master lost",
    // The one that has the queue of this sale.
    strike: ({ redis }, sessionId) => redis.stopMasterOf(`queue:{${sessionId}}:meta`),
  },
  {
    name: "Postgres primary killed, replica promoted",
    async strike({ postgres, pooler, direct }) {
      await postgres.failOver();
      direct.leadTo(appUrlOf(postgres.url()));
      await pooler.leadTo(postgres.url());
    },
  },
];

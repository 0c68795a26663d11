import { accounts } from "./accounts.ts";
import { catalog } from "./catalog.ts";
import type { TableUse } from "./declare.ts";
import { doors } from "./doors.ts";
import { guestTables } from "./guests.ts";
import { jobs } from "./jobs.ts";
import { operations } from "./operations.ts";
import { parcels } from "./parcels.ts";
import { purchases } from "./purchases.ts";
import { sellers } from "./sellers.ts";
import { given } from "./transfers.ts";
import { waiting } from "./waiting.ts";

/**
 * What every table is for, what each of its columns is for and how long it is kept. docs/privacy.md is printed from it, and
 * a person's copy of their data is read by it.
 */
export const tableUses: readonly TableUse[] = [
  ...accounts,
  ...sellers,
  ...catalog,
  ...purchases,
  ...parcels,
  ...waiting,
  ...given,
  ...doors,
  ...guestTables,
  ...operations,
  ...jobs,
];

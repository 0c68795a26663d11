import type { Tx } from "../../platform/operation/context.ts";
import { runnerName } from "../queries.ts";
import { expectRunner as expectByName } from "../store.ts";

/** Begins to expect that somebody runs the functions, an Inngest server or the embedded drivers, from now on. */
export const expectRunner = (tx: Tx) => expectByName(tx, runnerName());

import type { Tx } from "../../platform/operation/context.ts";
import { runnerName } from "../queries.ts";
import { expectRunner as expectByName } from "../store.ts";

/** Expects from now on that the functions are run, by an Inngest server or by the embedded job runners. */
export const expectRunner = (tx: Tx) => expectByName(tx, runnerName());

import type { AppContext } from "../../platform/operation/context.ts";
import { deleteOldChanges } from "../changes.store.ts";

/** Deletes changes of health that are past their time. @returns how many */
export const deleteChanges = (ctx: AppContext): Promise<number> => deleteOldChanges(ctx);

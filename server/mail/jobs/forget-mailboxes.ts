import type { AppContext } from "../../platform/operation/context.ts";
import { deleteOldBudgets } from "../store.ts";

/** Forgets the mailboxes whose hour is long over. @returns how many */
export const forgetMailboxes = (ctx: AppContext): Promise<number> => deleteOldBudgets(ctx);

import type { AppContext } from "../../platform/operation/context.ts";
import { eraseOldNames } from "../store.ts";

/** Erases the names and notes of guests whose event session is long over. @returns how many */
export const eraseNames = (ctx: AppContext): Promise<number> => eraseOldNames(ctx);

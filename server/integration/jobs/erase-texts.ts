import type { AppContext } from "../../platform/operation/context.ts";
import { eraseOldTexts } from "../accounts.store.ts";

/** Erases the texts of messages that came to a phone line long ago. @returns how many */
export const eraseTexts = (ctx: AppContext): Promise<number> => eraseOldTexts(ctx);

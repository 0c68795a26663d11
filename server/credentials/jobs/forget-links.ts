import type { AppContext } from "../../platform/operation/context.ts";
import { deleteOldLinks } from "../store.ts";

/** Forgets the links whose end is long ago. @returns how many */
export const forgetLinks = (ctx: AppContext): Promise<number> => deleteOldLinks(ctx);

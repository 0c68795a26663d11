import { error } from "./ko/error.ts";
import { problem } from "./ko/problem.ts";
import { shell } from "./ko/shell.ts";
import { state } from "./ko/state.ts";
import { ui } from "./ko/ui.ts";

/** The Korean catalogue, and the source of the key type: one file per area under `ko/`. */
export const ko = { error, problem, shell, state, ui } as const;

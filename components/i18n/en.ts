import type { Translated } from "./catalogue.ts";
import { error } from "./en/error.ts";
import { problem } from "./en/problem.ts";
import { shell } from "./en/shell.ts";
import { state } from "./en/state.ts";
import { ui } from "./en/ui.ts";
import type { ko } from "./ko.ts";

export const en: Translated<typeof ko> = { error, problem, shell, state, ui };

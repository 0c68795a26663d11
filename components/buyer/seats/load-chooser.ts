import { loadPart } from "../../ui/load-part.ts";

/** The map and all that draws it, which come after the page they are on. */
export const loadChooser = loadPart(() => import("./hall-chooser.tsx").then((module) => module.HallChooser));

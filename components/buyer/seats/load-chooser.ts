/** The map and all that draws it, which come after the page they are on. */
export const loadChooser = () => import("./hall-chooser.tsx").then((module) => module.HallChooser);

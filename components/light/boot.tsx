import { AppShell } from "../shell/app-shell.tsx";
import { bootIn } from "./boot-in.tsx";

/** Takes over a page of buyers or sellers, in the frame of app/(shop)/layout.tsx. */
export const boot = bootIn(AppShell);

import type { ReactNode } from "react";
import { bootIn } from "./boot-in.tsx";

/** Takes over a page that pretends to be another firm's, around which the shop draws nothing. */
export const boot = bootIn(({ children }: { children: ReactNode }) => children);

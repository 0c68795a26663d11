import { DoorFrame } from "../door/door-frame.tsx";
import { bootIn } from "./boot-in.tsx";

/** Takes over the page of a door, in the frame of app/(door)/layout.tsx. */
export const boot = bootIn(DoorFrame);

import { DoorFrame } from "#components/door/door-frame.tsx";

export default DoorFrame;

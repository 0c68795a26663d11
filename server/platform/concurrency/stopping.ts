import { singleton } from "./singleton.ts";

const state = singleton("stopping", () => ({ asked: false }));

/** Whether this process was asked to stop: a load balancer should send nothing more. */
export const isStopping = (): boolean => state.asked;

/** Has {@link isStopping} say so from now on. */
export const announceStop = (): void => {
  state.asked = true;
};

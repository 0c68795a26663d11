import { PAYMENT_SUCCESS_MIN } from "./values.ts";

/** How many payments ended in the last minutes. */
export interface Outcomes {
  readonly completed: number;
  readonly failed: number;
}

/** Fewer payments say nothing. */
const SAMPLE_MIN = 10;

export const isFailing = ({ completed, failed }: Outcomes): boolean =>
  completed + failed >= SAMPLE_MIN && completed / (completed + failed) < PAYMENT_SUCCESS_MIN;

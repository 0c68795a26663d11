/** How many payments ended in the last minutes. */
export interface Outcomes {
  readonly completed: number;
  readonly failed: number;
}

/** A lower share of successes means a fault on our or the provider's side (docs/spec/operations.md#alerts). */
const SUCCESS_SHARE_MIN = 0.7;
/** Fewer payments say nothing. */
const SAMPLE_MIN = 10;

export const isFailing = ({ completed, failed }: Outcomes): boolean =>
  completed + failed >= SAMPLE_MIN && completed / (completed + failed) < SUCCESS_SHARE_MIN;

/** Payments that reached an end in a while. */
export interface Outcomes {
  readonly completed: number;
  readonly failed: number;
}

/** A lower share of successes is a fault of ours or the provider's (docs/spec/operations.md#alerts). */
const SUCCESS_SHARE_MIN = 0.7;
/** Of fewer nothing can be said. */
const JUDGED_MIN = 10;

export const isFailing = ({ completed, failed }: Outcomes): boolean =>
  completed + failed >= JUDGED_MIN && completed / (completed + failed) < SUCCESS_SHARE_MIN;

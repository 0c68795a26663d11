/** Of an order that is completed later than this after its event session no one is told any more. */
export const TOLD_DAYS = 7;

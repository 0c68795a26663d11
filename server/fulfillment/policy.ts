/** So long after its start an event session is over, as no ticket is checked in any more. */
export const SESSION_HOURS = 12;

/** Of an order that is completed later than this after its event session no one is told any more. */
export const TOLD_DAYS = 7;

/** How long an operator's question waits for another (docs/spec/operations.md#two-people). */
export const APPROVAL_HOURS = 24;

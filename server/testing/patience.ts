/** How many times longer a test waits before it gives up: `TEST_PATIENCE=5 npm test` on a slow or busy machine. */
const PATIENCE = Number(process.env.TEST_PATIENCE) || 2;

/** The bound for a test that waits for a fact, in milliseconds. A bound decides when to give up, never what is right. */
export const patient = (milliseconds: number): number => milliseconds * PATIENCE;

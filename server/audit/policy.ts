/** Rows that one seal closes at most. */
export const ROWS_PER_SEAL_MAX = 1000;

/** Seals that one run of the job makes at most: the next run goes on. */
export const SEALS_PER_RUN_MAX = 500;

/** Seals that one call checks, which the page repeats until it has checked all. */
export const SEALS_PER_CHECK = 50;

/** Faults that one call names at most. */
export const FAULTS_NAMED_MAX = 50;

export const CHECKS = ["postgres", "redis", "jobServer", "jobRegistration", "jobs", "external"] as const;
export type CheckName = (typeof CHECKS)[number];

/** The name under which the health of the shop as a whole is recorded. */
export const OVERALL = "overall";

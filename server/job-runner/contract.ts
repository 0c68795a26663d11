/** An event as Inngest's protocol has it. */
export interface RunEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ts: number;
}

/** Who runs the functions: an Inngest server, or the job runners inside the app's own processes. */
export type RunnerName = "inngest" | "embedded";

/** What is wrong with it: it does not answer (`away`), or does not take the app's functions (`unknown`); and why. */
export interface RunnerFault {
  readonly fault: "away" | "unknown";
  readonly cause: string;
}

export interface FailureError {
  readonly name: string;
  readonly message: string;
}

/** How an attempt of a run ended. Pure data. */
export type Outcome =
  | { readonly kind: "completed" }
  | { readonly kind: "failed"; readonly error: FailureError }
  | { readonly kind: "retry"; readonly dueAt: Date };

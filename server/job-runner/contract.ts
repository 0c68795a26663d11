/** An event as Inngest's protocol has it. */
export interface DriverEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ts: number;
}

/** What a step came to: a value, an error that the function may catch, or null for a sleep that is over. */
export type Memo = { readonly data: unknown } | { readonly error: unknown } | null;
export type Steps = Readonly<Record<string, Memo>>;

/** A step that is not over: `attempt` counts its failures; a sleep has none. `dueAt` is ISO 8601. */
export interface PendingStep {
  readonly kind: "step" | "sleep";
  readonly attempt: number;
  readonly dueAt: string;
}
export type Pending = Readonly<Record<string, PendingStep>>;

/** How far a run has come. Pure data: every change below gives a new one. */
export interface Progress {
  readonly steps: Steps;
  readonly stack: readonly string[];
  readonly pending: Pending;
  readonly attempt: number;
  readonly dueAt: Date;
  readonly end?:
    | { readonly outcome: "completed" }
    | { readonly outcome: "failed"; readonly error: FailureError };
}

/** Who runs the functions: an Inngest server, or the drivers inside the app's own processes. */
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

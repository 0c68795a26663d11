import type { z } from "zod";
import type { VariableName, variables } from "#server/platform/config/env-variables.ts";

export type Parsed = { readonly [K in VariableName]: z.output<(typeof variables)[K]["schema"]> };
type Derived = {
  readonly APP_URL: string;
  readonly SANDBOX: boolean;
  readonly DEMO: boolean;
  readonly OPERATOR_SECOND_FACTOR: boolean;
  readonly STOP_GRACE_SECONDS: number;
  /** Undefined for all addresses. */
  readonly HOST: string | undefined;
};

/** The settings of one process, read and typed. Optional ones are `undefined` when left out. */
export type Env = Omit<Parsed, keyof Derived> & Derived;

import type { Rights } from "./rights.ts";
import type { Things } from "./rights-things.ts";

type Input = Readonly<Record<string, unknown>>;

/** A call, by each of its doors (`checkout.cancel` of tRPC, `POST /api/orders/:id/cancel`), and who may make it. */
export interface Row {
  readonly doors: readonly string[];
  readonly rights: Rights;
  /** What to send: of a path, its parameters too. The same for every caller. */
  readonly input: (things: Things) => Input | Promise<Input>;
}

const NOTHING = () => ({});
export const row = (doors: string, rights: Rights, input: Row["input"] = NOTHING): Row => ({
  doors: doors.split(" | "),
  rights,
  input,
});

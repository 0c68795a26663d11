import type { AppContext } from "../../platform/operation/context.ts";
import { readFigures } from "../queries.ts";
import { findOpenSlot, insertSamples } from "../store.ts";

/** Records the figures of each current sale, once in ten seconds over all processes. */
export async function takeSamples(ctx: AppContext): Promise<void> {
  const at = await findOpenSlot(ctx);
  if (!at) return;
  const sales = await readFigures(ctx, "current");
  await insertSamples(
    ctx,
    sales.map(({ eventSessionId, remaining, held, paying, sold, queue }) => ({
      ...{ eventSessionId, at, remaining, held, paying, sold },
      ...(queue && {
        waiting: queue.waiting,
        admitted: queue.admitted,
        issued: queue.issued,
        entries: queue.entries,
      }),
    })),
  );
}

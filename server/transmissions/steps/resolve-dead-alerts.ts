import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { DestinationName } from "../contract.ts";
import { countMatching } from "../store.ts";

/** Resolves the alerts about dead transmissions of destinations that have none any more. */
export async function resolveDeadAlerts(tx: Tx, destinations: readonly DestinationName[]): Promise<void> {
  for (const destination of destinations)
    if ((await countMatching(tx, { destination, status: "DEAD" }, 1)) === 0)
      await resolveAlerts(tx, "transmission_dead", [destination]);
}

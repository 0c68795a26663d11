import { announce } from "../../platform/jobs/announce.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { DestinationName } from "../contract.ts";

/** Something is due at a destination. */
export const OUTBOX_WRITTEN = "outbox/written";

/** After the commit, starts the delivery to a destination. */
export const announceWork = (tx: Tx, destination: DestinationName): void =>
  announce(tx, { name: OUTBOX_WRITTEN, data: { destination } });

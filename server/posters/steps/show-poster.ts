import type { Tx, UserActor } from "../../platform/operation/context.ts";
import type { ChosenPoster } from "../contract.ts";
import { posterErrors } from "../errors.ts";
import { CHOOSABLE_HOURS } from "../policy.ts";
import { attachPoster, describePoster, detachPoster } from "../store.ts";

/**
 * Has an event show another poster, the same one with other words, or none. The caller has its row locked and may change it.
 * The one that it showed is kept for a day, since pages that are open still name it.
 * @param poster - null for none
 * @throws `poster_gone` (409) for one that the actor did not upload, that another event shows, or that is too old
 */
export async function showPoster(
  tx: Tx<UserActor>,
  eventId: `event_${string}`,
  poster: ChosenPoster | null,
): Promise<void> {
  if (poster && (await describePoster(tx, eventId, poster))) return;
  await detachPoster(tx, eventId);
  if (!poster) return;
  const { userId: uploadedBy } = tx.actor;
  const isShown = await attachPoster(tx, { ...poster, eventId, uploadedBy, hours: CHOOSABLE_HOURS });
  if (!isShown) throw posterErrors.poster_gone();
}

/** How long before a sale ends the other operators can still see that one of them moved its end. */
const ENDING_SEEN_MS = 24 * 3_600_000;

interface Offer {
  readonly salesOpenAt: Date;
  readonly salesCloseAt: Date;
  readonly salesOverride: "OPEN" | "CLOSED" | null;
  readonly total: number;
}

/** Whether a change puts tickets on sale that were not, or on sale sooner, longer or more of them. */
export function offersMore(before: Offer, after: Offer, now: Date): boolean {
  if (after.total > before.total) return true;
  const [was, will] = [salesTimeOf(before, now), salesTimeOf(after, now)];
  return will.from < will.until && (will.from < was.from || will.until > was.until);
}

/** When something is sold from now on. Sales that are closed by hand are sold at no time. */
function salesTimeOf({ salesOverride, salesOpenAt, salesCloseAt }: Offer, now: Date) {
  if (salesOverride === "OPEN") return { from: now.getTime(), until: Number.POSITIVE_INFINITY };
  if (salesOverride === "CLOSED") return { from: Number.POSITIVE_INFINITY, until: now.getTime() };
  return { from: Math.max(now.getTime(), salesOpenAt.getTime()), until: salesCloseAt.getTime() };
}

/**
 * Whether a change ends a sale that is on or to come: at once, or within the day in which other operators could see it. The
 * opening of a sale that is to come may move.
 */
export function endsSale(before: Offer, after: Offer, now: Date): boolean {
  const [was, will] = [salesTimeOf(before, now), salesTimeOf(after, now)];
  if (was.from >= was.until) return false;
  const isUnseen = will.until < now.getTime() + ENDING_SEEN_MS;
  return (isUnseen && will.until < was.until) || (was.from <= now.getTime() && will.from > was.from);
}

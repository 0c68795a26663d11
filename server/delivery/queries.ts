import { platformErrors } from "../platform/operation/errors.ts";
import type { ChangedOffer } from "./contract.ts";

const DAY_MS = 86_400_000;
/** How long before the start paper can be ordered, unless the seller says otherwise. */
const PAPER_MS_MIN = 3 * DAY_MS;

/** What an event session's row says of the tickets that it offers. */
interface OfferRow {
  readonly startsAt: Date;
  readonly mobileOffered: boolean;
  readonly paperOffered: boolean;
  readonly paperUntilAt: Date | null;
  readonly shippingFeeKrw: number;
}

/** What kinds of tickets an event session offers, and until when it sells paper: never after its start. */
export function viewOffer({ startsAt, mobileOffered, paperOffered, paperUntilAt, shippingFeeKrw }: OfferRow) {
  const until = paperUntilAt ?? new Date(startsAt.getTime() - PAPER_MS_MIN);
  return {
    mobile: mobileOffered,
    paper: paperOffered,
    paperUntil: until < startsAt ? until : startsAt,
    shippingFee: shippingFeeKrw,
  };
}

/** The columns that an offer, or a change of one, sets. */
export const offerColumns = ({ mobile, paper, paperUntil, shippingFee }: ChangedOffer = {}) => ({
  ...(mobile !== undefined && { mobileOffered: mobile }),
  ...(paper !== undefined && { paperOffered: paper }),
  ...(paperUntil !== undefined && { paperUntilAt: paperUntil }),
  ...(shippingFee !== undefined && { shippingFeeKrw: shippingFee }),
});

/**
 * Refuses an event session that offers no tickets, or paper after its start.
 * @throws `invalid_argument` (400) with the field
 */
export function requireOffer(row: Omit<OfferRow, "shippingFeeKrw">): void {
  if (!(row.mobileOffered || row.paperOffered))
    throw platformErrors.invalid_argument({ path: "delivery", problem: "offers no kind of tickets" });
  if (row.paperUntilAt && row.paperUntilAt > row.startsAt)
    throw platformErrors.invalid_argument({
      path: "delivery.paperUntil",
      problem: "must not be after startsAt",
    });
}

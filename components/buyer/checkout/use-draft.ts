import { useState } from "react";
import { emptyDraft, faultsOf } from "./delivery-choice.tsx";
import type { PurchaseView } from "./purchase-view.ts";

/** The delivery that a buyer chooses, with what it makes the order cost, in KRW. */
export function useDraft(purchase: PurchaseView) {
  const [draft, setDraft] = useState(() => emptyDraft(purchase));
  const [refusals, setRefusals] = useState(0);
  const { offer, standing } = purchase;
  // Once the payment has begun, the kind of tickets and their amount stay.
  const isChoosing = standing === "held" && offer.paper;
  const isPaper = isChoosing && draft.type === "PAPER";
  const faults = isPaper ? faultsOf(draft) : [];
  return {
    ...{ draft, setDraft, isChoosing, refusals },
    /** Mistakes in the address, once it was to be paid with. */
    faults: refusals > 0 ? faults : [],
    /** Whether it can be paid with this delivery; where not, the mistakes are shown from now on. */
    accept: (): boolean => {
      if (faults.length > 0) setRefusals(refusals + 1);
      return faults.length === 0;
    },
    amount: isPaper ? purchase.paperAmount : purchase.amount,
    feeKrw: isPaper ? offer.shippingFee : purchase.shippingFee,
  };
}

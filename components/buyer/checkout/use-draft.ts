import { useState } from "react";
import { emptyDraft } from "./delivery-choice.tsx";
import type { PurchaseView } from "./purchase-view.ts";

/** The delivery that a buyer chooses, with what it makes the order cost, in KRW. */
export function useDraft(purchase: PurchaseView) {
  const [draft, setDraft] = useState(() => emptyDraft(purchase));
  const { offer, standing } = purchase;
  // Once the payment has begun, the kind of tickets and their amount stay.
  const isChoosing = standing === "held" && offer.paper;
  const isPaper = isChoosing && draft.type === "PAPER";
  return {
    ...{ draft, setDraft, isChoosing },
    amount: isPaper ? purchase.paperAmount : purchase.amount,
    feeKrw: isPaper ? offer.shippingFee : purchase.shippingFee,
  };
}

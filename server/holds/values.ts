/** How long tickets are off sale for a buyer who has not gone to the checkout (docs/spec/purchase.md#holds). */
export const HOLD_SECONDS = 120;

/** How long from the checkout on; a hold is extended once (docs/spec/purchase.md#checkout). */
export const CHECKOUT_SECONDS = 300;

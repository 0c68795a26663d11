/**
 * Where an event is on the shop's first page: one that sells something now; one that will; one whose tickets are all taken,
 * while some may come back; and one whose sales are over, paused or cancelled.
 */
export const SHOP_SECTIONS = ["ON_SALE", "OPENING", "SOLD_OUT", "OVER"] as const;
export type ShopSection = (typeof SHOP_SECTIONS)[number];

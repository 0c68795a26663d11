import type { StateNames } from "../catalogue.ts";

export const state: StateNames = {
  order: {
    pending: "Awaiting payment",
    processing: "Checking payment",
    confirmed: "Confirmed",
    shipped: "Shipped",
    delivered: "Completed",
    failed: "Failed",
    cancelled: "Cancelled",
  },
  payment: {
    pending: "Awaiting payment",
    processing: "Checking payment",
    completed: "Paid",
    refunded: "Refunded",
    failed: "Payment failed",
    cancelled: "Payment cancelled",
  },
  inventory: {
    available: "Available",
    reserved: "On hold",
    released: "Being returned",
    confirmed: "Confirmed",
    sold: "Sold",
    soldout: "Sold out",
  },
  hold: { ACTIVE: "Held", CONFIRMED: "Purchased", EXPIRED: "Expired", RELEASED: "Released" },
  loginSession: { ACTIVE: "Active", SUSPENDED: "Suspended", EXPIRED: "Expired", REVOKED: "Ended" },
  transmission: {
    PENDING: "Waiting",
    SENT: "Sent",
    FAILED: "Will retry",
    DEAD: "Given up",
    RESOLVED: "Closed by hand",
  },
};

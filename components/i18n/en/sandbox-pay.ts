import type { Translated } from "../catalogue.ts";
import type { sandboxPay as ko } from "../ko/sandbox-pay.ts";

export const sandboxPay: Translated<typeof ko> = {
  company: "SandPay",
  test: "Practice payment",
  notice: "This is a practice payment page. No money moves.",
  merchant: "Merchant",
  merchantName: "Seonchak",
  order: "Order",
  amount: "Amount",
  approve: "Approve payment",
  decline: "Refuse the card",
  fail: "End the payment as failed",
  leave: "Cancel and go back",
  faults: "Practise faults",
  approveTwice: "Approve and notify twice",
  approveLate: "Approve but notify late",
  approveRefusingRefund: "Approve, and refuse the first refund later",
  done: "This payment has been dealt with.",
  closed: "The merchant has closed this payment. No money was taken.",
  back: "Back to the merchant",
};

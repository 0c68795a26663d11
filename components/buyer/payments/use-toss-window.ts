"use client";
import { useMutation } from "@tanstack/react-query";
import { ANONYMOUS, loadTossPayments } from "@tosspayments/tosspayments-sdk";
import type { OrderDetail } from "#server/checkout/contract.ts";

/** The buyer closed the window, which is no failure. */
const LEFT = ["USER_CANCEL", "PAY_PROCESS_CANCELED"];
export const hasLeft = (code: string | null): boolean => code !== null && LEFT.includes(code);

export const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "UNKNOWN";

/**
 * Opens Toss's payment window over or instead of this page. Toss then redirects to the page's `return`, or to the page
 * with a `code` for the failure. Its script is loaded at the first call.
 */
export async function openTossWindow({ id, amount, quantity, eventTitle, payment }: OrderDetail) {
  const toss = await loadTossPayments(payment.clientKey ?? "");
  const page = `${window.location.origin}/orders/${id}/pay`;
  const request = {
    amount: { currency: "KRW", value: amount },
    orderId: id,
    orderName: `${eventTitle} × ${quantity}`.slice(-ORDER_NAME_MAX),
    successUrl: `${page}/return`,
    failUrl: page,
  };
  const window_ = toss.payment({ customerKey: ANONYMOUS });
  // Its card window offers the easy payments too.
  await (payment.method === "TRANSFER"
    ? window_.requestPayment({ method: payment.method, ...request })
    : window_.requestPayment({ method: "CARD", ...request }));
}

export const useTossWindow = () => useMutation({ mutationFn: openTossWindow });

const ORDER_NAME_MAX = 100;

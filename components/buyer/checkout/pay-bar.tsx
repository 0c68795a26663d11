"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { PolicyLink } from "../../policies/policy-link.tsx";
import { Button } from "../../ui/button.tsx";
import { PurchaseBar } from "./purchase-bar.tsx";
import { useHoldDeadline } from "./use-hold-deadline.ts";

interface PayBarProps {
  expiresAt: string;
  quantity: number;
  amountKrw: number;
  /** The payment has begun, and the hold was extended for it. */
  isPaying: boolean;
  pending: boolean;
  notice?: ReactNode;
  onExpired: () => void;
  onPay: () => void;
}

/** The purchase bar of the pages on which one pays; while the button works it ignores a second press. */
export function PayBar(props: PayBarProps) {
  const { expiresAt, quantity, amountKrw, isPaying, pending, notice, onExpired, onPay } = props;
  const t = useTranslations("checkout");
  const tBar = useTranslations("purchaseBar");
  const format = useFormat();
  const deadline = useHoldDeadline(expiresAt, onExpired);
  return (
    <>
      <p className="text-muted text-sm">
        {t("redirectNote")}{" "}
        {t.rich("agreement", {
          terms: (text) => <PolicyLink href="/terms">{text}</PolicyLink>,
          refunds: (text) => <PolicyLink href="/refund-policy">{text}</PolicyLink>,
        })}
      </p>
      <PurchaseBar
        {...deadline}
        step={isPaying ? "pay" : "checkout"}
        sentence={isPaying ? tBar("paying") : tBar("holding", { count: quantity })}
        amountKrw={amountKrw}
        notice={notice}
        place="dock"
        action={
          <Button size="large" pending={pending} onClick={onPay} className="sm:min-w-52">
            {t("pay", { amount: format.krw(amountKrw) })}
          </Button>
        }
      />
    </>
  );
}

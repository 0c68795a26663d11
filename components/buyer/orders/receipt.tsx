"use client";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PaymentMethod, Refund } from "#server/payments/contract.ts";
import { type PaymentState, paymentMachine } from "#server/payments/machine.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import type { HeldSeat } from "#server/seats/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { Logo } from "../../shell/logo.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { Button } from "../../ui/button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { usePriceItems } from "../checkout/use-price-items.ts";
import { RefundNote } from "./refund-note.tsx";
import { useRefundItems } from "./use-refund-items.tsx";

export interface ReceiptProps {
  orderId: string;
  eventTitle: string;
  startsAt: string;
  quantity: number;
  seats: readonly HeldSeat[];
  priceKrw: number;
  /** Of the parcel; 0 where there is none. */
  shippingFee: number;
  amountKrw: number;
  method: PaymentMethod;
  paymentStatus: PaymentState;
  paidAt: string;
  refunds: readonly Refund[];
  email: string;
}

/** Prints on one sheet, without the page around it. */
export function Receipt(receipt: ReceiptProps) {
  const t = useTranslations("order");
  const tCheckout = useTranslations("checkout");
  const format = useFormat();
  const refundItems = useRefundItems(receipt.refunds);
  const netItem = useNetItem(receipt);
  const feeItem = useFeeItem(receipt);
  const priceItems = usePriceItems(receipt);
  return (
    <div className="mx-auto grid w-full max-w-xl gap-4">
      <article className="overflow-hidden rounded-lg border border-line bg-surface print:border-0">
        <Letterhead />
        <div className="tear-x grid gap-6 p-6 sm:p-8 print:before:hidden print:after:hidden">
          <DescriptionList
            items={[
              { term: t("number"), detail: shortCodeOf(receipt.orderId) },
              { term: t("issuedAt"), detail: format.date(receipt.paidAt) },
              { term: t("email"), detail: receipt.email },
              { term: t("method"), detail: tCheckout(`methods.${receipt.method}`) },
              {
                term: t("paymentStatus"),
                detail: <StateBadge machine={paymentMachine} state={receipt.paymentStatus} />,
              },
            ]}
          />
          <div className="grid gap-3 border-line border-y py-5">
            <p className="font-bold">{t("item", { title: receipt.eventTitle })}</p>
            <DescriptionList
              items={[
                { term: tCheckout("startsAt"), detail: format.date(receipt.startsAt) },
                ...priceItems,
                { term: tCheckout("quantity"), detail: tCheckout("count", { count: receipt.quantity }) },
                ...feeItem,
              ]}
            />
          </div>
          <DescriptionList
            items={[
              { term: t("amount"), detail: format.krw(receipt.amountKrw), strong: true },
              ...refundItems,
              ...netItem,
            ]}
          />
          <RefundNote refunds={receipt.refunds} />
        </div>
      </article>
      <PrintButton />
    </div>
  );
}

function PrintButton() {
  const t = useTranslations("ui");
  return (
    <Button look="secondary" className="justify-self-center print:hidden" onClick={() => window.print()}>
      <Printer aria-hidden="true" /> {t("print")}
    </Button>
  );
}

/** What of the amount is for the parcel; nothing where there is none. */
function useFeeItem({ shippingFee }: ReceiptProps) {
  const t = useTranslations("checkout");
  const format = useFormat();
  return shippingFee > 0 ? [{ term: t("shippingFee"), detail: format.krw(shippingFee) }] : [];
}

/** What was paid less what went back; nothing before anything did. */
function useNetItem({ refunds, amountKrw }: ReceiptProps) {
  const t = useTranslations("order");
  const format = useFormat();
  const givenBack = refunds.filter(({ state, closedAt }) => state === "done" || closedAt !== null);
  if (givenBack.length === 0) return [];
  const net = givenBack.reduce((left, { amount }) => left - amount, amountKrw);
  return [{ term: t("netAmount"), detail: format.krw(net), strong: true }];
}

function Letterhead() {
  const t = useTranslations("order");
  const tShell = useTranslations("shell");
  return (
    <header className="flex items-center justify-between p-6 sm:p-8">
      <h1 className="font-extrabold text-2xl">{t("receiptTitle")}</h1>
      <span className="flex items-center gap-2 font-extrabold text-lg tracking-[-0.04em]">
        <Logo className="h-5" /> {tShell("name")}
      </span>
    </header>
  );
}

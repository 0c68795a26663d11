"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import type { HoldId } from "#server/holds/contract.ts";
import type { PaymentMethod } from "#server/payments/contract.ts";
import { RequireLogin } from "../../auth/require-login.tsx";
import { ActNotice } from "../../errors/act-notice.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { Alert } from "../../ui/alert.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ChangeList } from "../catalog/change-list.tsx";
import { ReleaseHoldButton } from "../holds/release-hold-button.tsx";
import { CheckoutSummary } from "./checkout-summary.tsx";
import { DeliveryChoice, deliveryOf } from "./delivery-choice.tsx";
import { HoldOver } from "./hold-over.tsx";
import { PayBar } from "./pay-bar.tsx";
import { PaymentMethodChoice } from "./payment-method-choice.tsx";
import { isPayable, type PurchaseView } from "./purchase-view.ts";
import { useDraft } from "./use-draft.ts";
import { usePay } from "./use-pay.ts";
import { usePurchase } from "./use-purchase.ts";
import { useRelease } from "./use-release.ts";

/** The checkout of an active hold; a hold that is being confirmed or over shows that and the next step instead. */
export function CheckoutPage({ holdId }: { holdId: HoldId }) {
  return (
    <RequireLogin>
      <HoldPage holdId={holdId} />
    </RequireLogin>
  );
}

function HoldPage({ holdId }: { holdId: HoldId }) {
  const { data, error, refetch } = usePurchase(holdId);
  const refresh = useCallback(() => void refetch(), [refetch]);
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  const { standing } = data;
  return isPayable(standing) ? (
    <Checkout purchase={data} onChange={refresh} />
  ) : (
    <HoldOver purchase={data} how={standing} />
  );
}

function Checkout({ purchase, onChange }: { purchase: PurchaseView; onChange: () => void }) {
  const [method, setMethod] = useState<PaymentMethod>("CARD");
  const { draft, setDraft, isChoosing, faults, refusals, accept, amount, feeKrw } = useDraft(purchase);
  const { quantity, expiresAt, venue, startsAt, feesUntil, offer } = purchase;
  const pay = usePay(purchase);
  useBackFromPayment(() => {
    pay.reset();
    onChange();
  });
  const isChangeable = purchase.standing === "held" && purchase.seats.length > 0 && !pay.isSuccess;
  const summary = {
    ...{ title: purchase.eventTitle, venue, startsAt, feesUntil, priceKrw: purchase.price, quantity },
    ...{ seats: purchase.seats, feeKrw, amountKrw: amount },
    changeSeatsHref: isChangeable ? `/checkout/${purchase.holdId}/seats` : undefined,
  };
  return (
    <>
      <CheckoutHeader purchase={purchase} />
      <DeclinedAlert standing={purchase.standing} />
      <ChangeList changes={purchase.changes} />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <CheckoutSummary {...summary} />
        <div className="grid gap-6">
          {isChoosing && (
            <DeliveryChoice {...{ offer, draft, faults, refusals }} onChange={pay.renewing(setDraft)} />
          )}
          <PaymentMethodChoice method={method} onChange={pay.renewing(setMethod)} />
        </div>
      </div>
      <PayBar
        {...{ expiresAt, quantity }}
        amountKrw={amount}
        isPaying={pay.isSuccess || purchase.standing !== "held"}
        pending={pay.isPending || pay.isSuccess}
        notice={<ActNotice act={pay} />}
        onExpired={onChange}
        onPay={() => {
          if (accept()) pay.mutate({ method, ...(isChoosing && { delivery: deliveryOf(draft) }) });
        }}
      />
    </>
  );
}

/** Says that the last card was refused, where it was. */
function DeclinedAlert({ standing }: Pick<PurchaseView, "standing">) {
  const t = useTranslations("checkout");
  if (standing !== "declined") return null;
  return (
    <Alert tone="danger" title={t("declined")} announce>
      {t("declinedNext")}
    </Alert>
  );
}

function CheckoutHeader({ purchase: { holdId, eventId, quantity } }: { purchase: PurchaseView }) {
  const t = useTranslations("checkout");
  const release = useRelease(holdId, `/events/${eventId}`);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <ReleaseHoldButton
            quantity={quantity}
            pending={release.isPending || release.isSuccess}
            onRelease={() => release.mutate()}
          />
        }
      />
      <ActNotice act={release} />
    </>
  );
}

/** A page restored from the back-forward cache still shows "going to the payment", although the buyer has come back. */
function useBackFromPayment(onBack: () => void) {
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => event.persisted && onBack();
    addEventListener("pageshow", shown);
    return () => removeEventListener("pageshow", shown);
  }, [onBack]);
}

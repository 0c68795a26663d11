"use client";
import { useTranslations } from "next-intl";
import type { UndoneRefund } from "#server/payments/contract.ts";
import { refundMachine } from "#server/payments/machine.ts";
import { RefundReason } from "../../buyer/payments/refund-reason.tsx";
import { Moment } from "../../clock/moment.tsx";
import { useFormat } from "../../i18n/format.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { hrefOf } from "../transmissions/filter.ts";
import { AskRefundAgain } from "./ask-refund-again.tsx";

/** One refund: how much, of which order, why, since when, and what the provider says. */
export function RefundRow({ refund, now }: { refund: UndoneRefund; now: number | null }) {
  const t = useTranslations("refund");
  const format = useFormat();
  const { amount, state, orderId, reason, code, askedAt, updatedAt } = refund;
  return (
    <li>
      <Card className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-center">
        <div className="grid gap-1">
          <p>
            <StateBadge machine={refundMachine} state={state} />
          </p>
          <h2 className="numerals font-bold text-lg">{format.krw(amount)}</h2>
          <p className="numerals break-all">{t("order", { orderId })}</p>
          <p>
            <RefundReason reason={reason} />
          </p>
          {state === "refused" && code !== null && <p className="break-words">{t("code", { code })}</p>}
        </div>
        <dl className="grid grid-cols-2 gap-x-8 lg:w-104">
          <div>
            <dt className="field-name">{t("asked")}</dt>
            <dd>
              <Moment at={askedAt} now={now} />
            </dd>
          </div>
          <div>
            <dt className="field-name">{t("since")}</dt>
            <dd>
              <Moment at={updatedAt} now={now} />
            </dd>
          </div>
        </dl>
        <div className="flex flex-wrap gap-2 lg:col-span-2">
          {state === "refused" && <AskRefundAgain refund={refund} />}
          <LinkButton href={hrefOf({ destination: "payment-provider", search: orderId })} look="secondary">
            {t("transmissions")}
          </LinkButton>
        </div>
      </Card>
    </li>
  );
}

"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { needsReason } from "#server/fulfillment/values.ts";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { type ShippingState, shippingMachine } from "#server/shipping/machine.ts";
import { CARRIERS } from "#server/shipping/values.ts";
import { ProblemForm, type TextOf } from "../errors/problem-form.tsx";
import { useFormat } from "../i18n/format.ts";
import type { Area } from "../organizer/area.ts";
import { useStateName } from "../states/use-state-name.ts";
import { useTRPC } from "../trpc/client.ts";
import { Button, LinkButton, SubmitButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Textarea } from "../ui/field.tsx";
import { toast } from "../ui/toast.ts";
import type { ShippingReport } from "./shipping-row.ts";
import { TrackingFields } from "./tracking-fields.tsx";
import { useRefresh } from "./use-refresh.ts";

interface StepProps {
  area: Area;
  parcel: ShippingReport;
}

/** The states that a parcel may go to next, and no other. */
export function NextSteps({ area, parcel }: StepProps) {
  const t = useTranslations("shippingDesk.detail");
  const steps = shippingMachine.targets(parcel.status);
  return (
    <section aria-labelledby="next" className="grid gap-3">
      <h2 id="next" className="font-bold text-xl">
        {t("next")}
      </h2>
      {steps.length === 0 ? (
        <p className="text-muted">{t("noNext")}</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          {steps.map((to) => (
            <Step key={to} area={area} parcel={parcel} to={to} />
          ))}
        </div>
      )}
    </section>
  );
}

/** What a step takes besides the state: of a parcel that is shipped its carrier and number, of a bad end the reason. */
const inputOf = (to: ShippingState, text: TextOf) => ({
  ...(to === "shipped" && {
    carrier: CARRIERS.find((each) => each === text("carrier")),
    trackingNumber: text("trackingNumber"),
  }),
  ...(text("reason") !== undefined && { reason: text("reason") }),
});

function Step({ area, parcel, to }: StepProps & { to: ShippingState }) {
  const t = useTranslations("shippingDesk.step");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const state = useStateName()(shippingMachine, to);
  const [asking, setAsking] = useState(false);
  const move = useMutation(
    trpc.fulfillment.move.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        toast.success(t("done", { state }));
      },
      onSettled: refresh,
    }),
  );
  const isRisky = shippingMachine.tone(to) === "danger" || movesMoney(to);
  return (
    <>
      <Button look={isRisky ? "danger" : "primary"} onClick={() => setAsking(true)}>
        {state}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title", { state })}
        description={<Consequences parcel={parcel} to={to} />}
      >
        <ProblemForm
          error={move.error}
          actions={
            area === "admin" ? { refund_needs_approval: <ToRefund orderId={parcel.orderId} /> } : undefined
          }
          onSubmit={(text) => move.mutate({ id: parcel.id, to, ...inputOf(to, text) })}
        >
          {to === "shipped" && <TrackingFields />}
          {needsReason(to) && (
            <Field label={t("reason")} name="reason" hint={t("reasonHint")}>
              <Textarea maxLength={NOTE_LENGTH_MAX} />
            </Field>
          )}
          <SubmitButton pending={move.isPending}>{t("confirm")}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}

/** Leads to where another operator is asked for a refund. */
function ToRefund({ orderId }: Pick<ShippingReport, "orderId">) {
  const t = useTranslations("shippingDesk.step");
  return <LinkButton href={`/admin/orders/${orderId}`}>{t("toRefund")}</LinkButton>;
}

const MONEY_STEPS = ["cancelled", "refunded", "compensated"] as const;
const movesMoney = (to: ShippingState): to is (typeof MONEY_STEPS)[number] =>
  MONEY_STEPS.some((step) => step === to);

/** The steps that the buyer is told of at once. */
const TOLD: readonly ShippingState[] = ["shipped", "delivered", "cancelled", "refunded", "compensated"];

/** What a step does with order and money, in words (docs/spec/state-machines.md#what-moves-together). */
function Consequences({ parcel, to }: { parcel: ShippingReport; to: ShippingState }) {
  const t = useTranslations("shippingDesk.step");
  const money = useMoneyText(parcel);
  return (
    <>
      {money(to)} {TOLD.includes(to) && parcel.orderStatus !== "cancelled" && t("told")}
    </>
  );
}

function useMoneyText({ orderStatus, returnable: { tickets, fee } }: ShippingReport) {
  const t = useTranslations("shippingDesk.money");
  const format = useFormat();
  return (to: ShippingState): string => {
    if (!movesMoney(to)) return t("none");
    if (orderStatus !== "cancelled")
      return t(to, { amount: format.krw(to === "refunded" ? tickets : tickets + fee) });
    return to === "compensated" && fee > 0 ? t("feeOnly", { amount: format.krw(fee) }) : t("nothing");
  };
}

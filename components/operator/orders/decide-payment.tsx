"use client";
import { useMutation } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import type { AppRouter } from "#server/router.ts";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";
import { useRefresh } from "./use-refresh.ts";

type Payment = inferRouterOutputs<AppRouter>["reports"]["unknownPayments"]["items"][number];
type Outcome = "paid" | "unpaid";

/** Has an operator say whether a payment was made whose provider does not answer, with reason and evidence. */
export function DecidePayment({ payment }: { payment: Payment }) {
  const t = useTranslations("adminOrder.decide");
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { orderId, email, amount } = payment;
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t("open")}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title", { order: shortCodeOf(orderId) })}
        description={t("body", { email, amount: format.krw(amount) })}
      >
        <DecisionForm payment={payment} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function DecisionForm({ payment: { id: paymentId }, onDone }: { payment: Payment; onDone: () => void }) {
  const t = useTranslations("adminOrder.decide");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const [outcome, setOutcome] = useState<Outcome>("unpaid");
  const decide = useMutation(
    trpc.checkout.decidePayment.mutationOptions({
      onSuccess: () => {
        onDone();
        toast.success(t("done"));
      },
      onSettled: refresh,
    }),
  );
  return (
    <ProblemForm
      error={decide.error}
      onSubmit={(text) =>
        decide.mutate({
          ...{ paymentId, outcome },
          ...{ reason: text("reason") ?? "", evidence: text("evidence") ?? "" },
        })
      }
    >
      <ChoiceCards<Outcome>
        legend={t("outcome")}
        value={outcome}
        onChange={setOutcome}
        options={(["unpaid", "paid"] as const).map((value) => ({
          ...{ value, label: t(`${value}.label`), hint: t(`${value}.hint`) },
        }))}
      />
      <Field label={t("reason")} name="reason">
        <Textarea maxLength={NOTE_LENGTH_MAX} />
      </Field>
      <Field label={t("evidence")} name="evidence" hint={t("evidenceHint")}>
        <Textarea maxLength={NOTE_LENGTH_MAX} />
      </Field>
      <SubmitButton pending={decide.isPending}>{t(`${outcome}.confirm`)}</SubmitButton>
    </ProblemForm>
  );
}

"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { UndoneRefund } from "#server/payments/contract.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";

/** Closes a refused refund whose money went back another way, with a note of how. */
export function CloseRefund({ refund }: { refund: Pick<UndoneRefund, "id" | "orderId" | "amount"> }) {
  const { id: refundId, orderId, amount } = refund;
  const t = useTranslations("refund");
  const format = useFormat();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const close = useMutation(
    trpc.payments.closeRefund.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        toast.success(t("closed"));
      },
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
    }),
  );
  return (
    <>
      <Button look="secondary" onClick={() => setAsking(true)}>
        {t("close")}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t("closeTitle", { order: shortCodeOf(orderId), amount: format.krw(amount) })}
        description={t("closeBody")}
      >
        <ProblemForm
          error={close.error}
          onSubmit={(text) => close.mutate({ refundId, note: text("note") ?? "" })}
        >
          <Field label={t("closeNote")} name="note" hint={t("closeNoteHint")}>
            <Textarea maxLength={NOTE_LENGTH_MAX} />
          </Field>
          <SubmitButton pending={close.isPending}>{t("close")}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}

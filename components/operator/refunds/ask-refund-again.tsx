"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { UndoneRefund } from "#server/payments/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useIdempotencyKey } from "../../trpc/use-idempotency-key.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { toast } from "../../ui/toast.ts";

/** Requests a refused refund again, after confirmation. */
export function AskRefundAgain({ refund: { id, amount } }: { refund: Pick<UndoneRefund, "id" | "amount"> }) {
  const t = useTranslations("refund");
  const format = useFormat();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const client = useTRPCClient();
  const intent = useIdempotencyKey();
  const ask = useMutation({
    mutationFn: (asked: { refundId: typeof id }) =>
      client.payments.askRefundAgain.mutate(asked, { context: { idempotencyKey: intent.key() } }),
    onSuccess: () => {
      intent.renew();
      toast.success(t("askedAgain"));
    },
    onError: intent.settle,
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
  });
  return (
    <ConfirmButton
      look="primary"
      label={t("askAgain")}
      title={t("askAgainTitle")}
      description={t("askAgainBody", { amount: format.krw(amount) })}
      pending={ask.isPending}
      onConfirm={(close) => ask.mutate({ refundId: id }, { onSuccess: close })}
    >
      <ProblemAlert error={ask.error} />
    </ConfirmButton>
  );
}

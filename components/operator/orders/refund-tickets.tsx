"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { readRefusal } from "../../errors/refusal.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTRPCClient } from "../../trpc/client.ts";
import { useIdempotencyKey } from "../../trpc/use-idempotency-key.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";
import type { OrderReport } from "./order-report.ts";
import { useRefresh } from "./use-refresh.ts";

type TicketId = OrderReport["tickets"][number]["id"];

/** Gives an order or some of its tickets back, with an amount and a reason. */
export function RefundTickets({ order }: { order: OrderReport }) {
  const t = useTranslations("adminOrder.refund");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t("open")}
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t("title")} description={t("body")}>
        <RefundForm order={order} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function useRefund({ id }: OrderReport, onDone: () => void) {
  const t = useTranslations("adminOrder.refund");
  const client = useTRPCClient();
  const refresh = useRefresh();
  const intent = useIdempotencyKey();
  return useMutation({
    mutationFn: async (asked: { note: string; amount: number; ticketIds?: TicketId[] }) => {
      try {
        await client.checkout.refund.mutate({ id, ...asked }, { context: { idempotencyKey: intent.key() } });
        return "done";
      } catch (error) {
        if (readRefusal(error).reason !== "refund_needs_approval") throw error;
        await client.approvals.ask.mutate({ kind: "refund", id, ...asked });
        return "asked";
      }
    },
    onSuccess: (outcome) => {
      onDone();
      if (outcome === "asked") toast.info(t("asked"));
      else toast.success(t("done"));
    },
    onError: intent.settle,
    onSettled: refresh,
  });
}

function RefundForm({ order, onDone }: { order: OrderReport; onDone: () => void }) {
  const t = useTranslations("adminOrder.refund");
  const format = useFormat();
  const live = order.tickets.filter(({ status }) => status !== "VOID").map(({ id }) => id);
  const [chosen, setChosen] = useState<readonly TicketId[]>(live);
  const refund = useRefund(order, onDone);
  const isWhole = chosen.length === live.length;
  // The fee of a parcel goes back with the whole order, while that has not left.
  const fee = isWhole && order.status === "confirmed" ? order.shippingFee : 0;
  const max = order.tickets.reduce((sum, { id, price }) => (chosen.includes(id) ? sum + price : sum), fee);
  return (
    <ProblemForm
      error={refund.error}
      fieldOf={{ refund_too_high: "amount" }}
      onSubmit={(text) =>
        refund.mutate({
          note: text("note") ?? "",
          amount: Number(text("amount") ?? max),
          ...(!isWhole && { ticketIds: [...chosen] }),
        })
      }
    >
      <TicketChoice tickets={order.tickets} chosen={chosen} onChange={setChosen} />
      <Field label={t("amount")} name="amount" hint={t("amountHint", { max: format.krw(max) })}>
        {/* Another choice of tickets has another price. */}
        <Input key={max} type="number" inputMode="numeric" min={0} max={max} step={1} defaultValue={max} />
      </Field>
      <Field label={t("note")} name="note" hint={t("noteHint")}>
        <Textarea maxLength={NOTE_LENGTH_MAX} />
      </Field>
      <SubmitButton pending={refund.isPending} disabled={chosen.length === 0}>
        {isWhole ? t("confirmAll") : t("confirm", { count: chosen.length })}
      </SubmitButton>
    </ProblemForm>
  );
}

interface TicketChoiceProps {
  tickets: OrderReport["tickets"];
  chosen: readonly TicketId[];
  onChange: (chosen: readonly TicketId[]) => void;
}

function TicketChoice({ tickets, chosen, onChange }: TicketChoiceProps) {
  const t = useTranslations("adminOrder.refund");
  const tOrder = useTranslations("adminOrder");
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold text-[0.9375rem]">{t("tickets")}</legend>
      {tickets.map(({ id, status, seat }, index) =>
        status === "VOID" ? null : (
          <label key={id} className="flex min-h-touch cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              className="size-5 accent-primary"
              checked={chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            <span className="numerals">
              {tOrder("ticketNumber", { number: index + 1 })}
              {seat && ` · ${seat}`}
              {status === "USED" && ` · ${t("used")}`}
            </span>
          </label>
        ),
      )}
    </fieldset>
  );
}

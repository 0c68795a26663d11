"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OrderId } from "#server/orders/contract.ts";
import { orderMachine } from "#server/orders/machine.ts";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";
import type { OrderReport } from "./order-report.ts";
import { RefundTickets } from "./refund-tickets.tsx";
import { useRefresh } from "./use-refresh.ts";

/** The states that an e-mail tells the buyer of. */
const MAILED: readonly OrderReport["status"][] = ["processing", "confirmed", "shipped", "delivered"];

/** What an operator may do with an order in its state. */
export function OrderActions({ order }: { order: OrderReport }) {
  const t = useTranslations("adminOrder");
  // An order that was not paid ends with its hold, and there is no money to give back.
  const isRefundable = order.status !== "pending" && orderMachine.allows(order.status, "cancelled");
  return (
    <section aria-label={t("actions")} className="flex flex-wrap gap-2">
      {isRefundable && <RefundTickets order={order} />}
      {MAILED.includes(order.status) && <SendMail order={order} />}
      <AddNote id={order.id} />
    </section>
  );
}

function SendMail({ order: { id, email } }: { order: OrderReport }) {
  const t = useTranslations("adminOrder.mail");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const send = useMutation(
    trpc.notifications.sendOrderMail.mutationOptions({
      onSuccess: () => toast.success(t("done")),
      onSettled: refresh,
    }),
  );
  return (
    <ConfirmButton
      look="secondary"
      label={t("open")}
      title={t("title")}
      description={t("body", { email })}
      pending={send.isPending}
      onConfirm={(close) => send.mutate({ id }, { onSuccess: close })}
    >
      <ProblemAlert error={send.error} />
    </ConfirmButton>
  );
}

function AddNote({ id }: { id: OrderId }) {
  const t = useTranslations("adminOrder.note");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const add = useMutation(
    trpc.orders.addNote.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        toast.success(t("done"));
      },
      onSettled: refresh,
    }),
  );
  return (
    <>
      <Button look="secondary" onClick={() => setAsking(true)}>
        {t("open")}
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t("title")} description={t("body")}>
        <ProblemForm error={add.error} onSubmit={(text) => add.mutate({ id, note: text("note") ?? "" })}>
          <Field label={t("text")} name="note">
            <Textarea maxLength={NOTE_LENGTH_MAX} />
          </Field>
          <SubmitButton pending={add.isPending}>{t("confirm")}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}

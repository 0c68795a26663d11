"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import type { z } from "zod";
import type { AskApproval } from "#server/approvals/contract.ts";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { readRefusal } from "../errors/refusal.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Field, Textarea } from "../ui/field.tsx";
import { toast } from "../ui/toast.ts";
import type { Area } from "./area.ts";

interface ReasonedButtonProps extends Pick<ComponentProps<typeof Button>, "look"> {
  area: Area;
  label: string;
  /** Names the thing that is acted on. */
  title: string;
  body: string;
  /** What a notice says once it is done. */
  done: string;
  /** Whether buyers read the reason, which sellers are then asked for too. */
  isReasonTold?: boolean;
  /** What another operator is asked for where one may not act alone; none for what needs no second one. */
  approval?: Asked;
  act: (reason: string | undefined) => Promise<unknown>;
}

type Simple = Exclude<z.input<typeof AskApproval>, { kind: "refund" | "shorten_sale" }>;
type Asked = { [K in Simple["kind"]]: Omit<Extract<Simple, { kind: K }>, "note"> }[Simple["kind"]];

/** The refusals after which another operator is asked. */
const NEEDS_APPROVAL: readonly string[] = [
  "closing_needs_approval",
  "refund_needs_approval",
  "operator_needs_approval",
];

/** Acts, or asks another operator for it where that is needed. @returns whether it was only asked for */
function useActOrAsk({ act, approval }: Pick<ReasonedButtonProps, "act" | "approval">) {
  const client = useTRPCClient();
  return async (reason: string | undefined): Promise<boolean> => {
    try {
      await act(reason);
      return false;
    } catch (error) {
      if (!approval || !NEEDS_APPROVAL.includes(readRefusal(error).reason)) throw error;
      await client.approvals.ask.mutate({ ...approval, note: reason ?? "" });
      return true;
    }
  };
}

/** A button that asks once, by the name of the thing, and operators for a reason too, before it acts. */
export function ReasonedButton(asked: ReasonedButtonProps) {
  const { area, label, look = "secondary", title, body, done, isReasonTold = false } = asked;
  const t = useTranslations("organizer.act");
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const acting = useMutation({
    mutationFn: useActOrAsk(asked),
    onSuccess: (isOnlyAsked) => {
      if (isOnlyAsked) toast.info(t("approvalAsked"));
      else toast.success(done);
      setAsking(false);
    },
  });
  const asksReason = area === "admin" || isReasonTold;
  const given = reason.trim();
  const ask = () => {
    setReason("");
    acting.reset();
    setAsking(true);
  };
  return (
    <>
      <Button look={look} onClick={ask}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={title}
        description={body}
        confirmLabel={label}
        keepLabel={t("keep")}
        pending={acting.isPending}
        ready={!asksReason || given !== ""}
        onConfirm={() => acting.mutate(given || undefined)}
      >
        {asksReason && <ReasonField isTold={isReasonTold} reason={reason} onChange={setReason} />}
        <ProblemAlert error={acting.error} />
      </ConfirmDialog>
    </>
  );
}

interface ReasonFieldProps {
  isTold: boolean;
  reason: string;
  onChange: (reason: string) => void;
}

function ReasonField({ isTold, reason, onChange }: ReasonFieldProps) {
  const t = useTranslations("organizer.act");
  return (
    <Field label={t("reason")} hint={t(isTold ? "reasonTold" : "reasonHint")}>
      <Textarea
        maxLength={NOTE_LENGTH_MAX}
        value={reason}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

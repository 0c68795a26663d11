"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Approval } from "#server/approvals/contract.ts";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";

interface DecideApprovalProps {
  approval: Approval;
  /** What is to be done, which the dialog names. */
  what: string;
  outcome: "approved" | "refused";
}

/** What cannot be reversed afterwards. */
const FINAL: readonly Approval["kind"][] = ["refund", "cancel_session", "cancel_event"];

/** Approves or refuses what another operator asked for, with a reason. */
export function DecideApproval({ approval: { id, kind }, what, outcome }: DecideApprovalProps) {
  const t = useTranslations("approval");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const isApproval = outcome === "approved";
  const decide = useMutation(
    trpc.approvals.decide.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        toast.success(t(`done.${outcome}`));
      },
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.approvals.pathKey() }),
    }),
  );
  const label = t(isApproval ? "approve" : "refuse");
  return (
    <>
      <Button look={isApproval ? "primary" : "secondary"} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t(isApproval ? "approveTitle" : "refuseTitle", { what })}
        description={isApproval ? t(FINAL.includes(kind) ? "final" : "reversible") : undefined}
      >
        <ProblemForm
          error={decide.error}
          onSubmit={(text) => decide.mutate({ id, outcome, note: text("note") ?? "" })}
        >
          <Field label={t("note")} name="note">
            <Textarea maxLength={NOTE_LENGTH_MAX} />
          </Field>
          <SubmitButton pending={decide.isPending}>{label}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}

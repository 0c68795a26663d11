"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Alert } from "#server/alerts/contract.ts";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select, Textarea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";

/** Says who looks after an alert and what the others should know; again it hands the alert over. */
export function AcknowledgeAlert({ alert, title }: { alert: Alert; title: string }) {
  const t = useTranslations("alert");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const acknowledge = useMutation(
    trpc.alerts.acknowledge.mutationOptions({
      onSuccess: () => {
        toast.success(t("acknowledge.done"));
        setAsking(false);
      },
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.alerts.list.queryKey() }),
    }),
  );
  const open = () => {
    acknowledge.reset();
    setAsking(true);
  };
  return (
    <>
      <Button look="secondary" onClick={open} aria-label={`${t(labelOf(alert))}: ${title}`}>
        {t(labelOf(alert))}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t("acknowledge.title")}
        description={t("acknowledge.body", { alert: title })}
      >
        <ProblemForm
          error={acknowledge.error}
          fieldOf={{ owner_not_operator: "ownerId" }}
          onSubmit={(text) => {
            const ownerId = text("ownerId") as Owner["id"] | undefined;
            const note = text("note");
            acknowledge.mutate({ id: alert.id, ...(ownerId && { ownerId }), ...(note && { note }) });
          }}
        >
          <OwnerField chosen={alert.acknowledged?.owner} />
          <Field label={t("acknowledge.note")} name="note" hint={t("acknowledge.noteHint")}>
            <Textarea maxLength={NOTE_LENGTH_MAX} defaultValue={alert.acknowledged?.note ?? ""} />
          </Field>
          <SubmitButton pending={acknowledge.isPending}>{t("acknowledge.confirm")}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}

type Owner = NonNullable<Alert["acknowledged"]>["owner"];

const labelOf = ({ acknowledged }: Alert) => (acknowledged ? "acknowledge.again" : "acknowledge.open");

/** The operators; until they are read, the one who is chosen and the viewer. */
function OwnerField({ chosen }: { chosen: Owner | undefined }) {
  const t = useTranslations("alert.acknowledge");
  const trpc = useTRPC();
  const viewer = useViewer().data;
  const owners = useQuery(trpc.alerts.owners.queryOptions({}));
  const known = [chosen, viewer].flatMap((one) => (one ? [{ id: one.id, email: one.email }] : []));
  const listed = new Map([...known, ...(owners.data ?? [])].map((one) => [one.id, one]));
  return (
    <>
      <ProblemAlert error={owners.error} />
      <Field label={t("owner")} name="ownerId">
        <Select defaultValue={chosen?.id ?? viewer?.id}>
          {[...listed.values()].map(({ id, email }) => (
            <option key={id} value={id}>
              {id === viewer?.id ? t("me", { email }) : email}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

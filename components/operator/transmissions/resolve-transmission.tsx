"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NOTE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import type { TransmissionId } from "#server/transmissions/contract.ts";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Textarea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";
import { useRefreshOutbox } from "./use-refresh-outbox.ts";

/** Closes a dead transmission; a note is required so that others can read the reason later. */
export function ResolveTransmission({ id }: { id: TransmissionId }) {
  const t = useTranslations("transmission.resolve");
  const trpc = useTRPC();
  const refresh = useRefreshOutbox();
  const [asking, setAsking] = useState(false);
  const resolve = useMutation(
    trpc.transmissions.resolve.mutationOptions({
      onSuccess: () => toast.success(t("done")),
      onSettled: refresh,
    }),
  );
  return (
    <>
      <Button look="secondary" onClick={() => setAsking(true)}>
        {t("open")}
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t("title")} description={t("body")}>
        <ProblemForm
          error={resolve.error}
          onSubmit={(text) => resolve.mutate({ id, note: text("note") ?? "" })}
        >
          <Field label={t("note")} name="note" hint={t("noteHint")}>
            <Textarea maxLength={NOTE_LENGTH_MAX} />
          </Field>
          <SubmitButton pending={resolve.isPending}>{t("confirm")}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}

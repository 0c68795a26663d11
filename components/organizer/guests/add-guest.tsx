"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { GUEST_NAME_LENGTH_MAX, GUEST_NOTE_LENGTH_MAX, GUEST_PEOPLE_MAX } from "#server/guests/values.ts";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { toast } from "../../ui/toast.ts";
import { useRefreshGuests } from "./use-refresh-guests.ts";

/** Puts one guest on the list. Its fields are empty again after each. */
export function AddGuest({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("guestList.add");
  const trpc = useTRPC();
  const refresh = useRefreshGuests();
  const [added, setAdded] = useState(0);
  const [people, setPeople] = useState(1);
  const add = useMutation(
    trpc.guests.add.mutationOptions({
      onSuccess: ({ name }) => {
        toast.success(t("done", { name }));
        setPeople(1);
        setAdded((count) => count + 1);
      },
      onSettled: refresh,
    }),
  );
  return (
    <ProblemForm
      key={added}
      error={add.error}
      fieldOf={{ guest_known: "note" }}
      onSubmit={(text) => {
        const note = text("note");
        add.mutate({ eventSessionId, name: text("name") ?? "", people, ...(note && { note }) });
      }}
    >
      <Field label={t("name")} name="name">
        {/* After a guest the next one is typed. */}
        <Input autoComplete="off" autoFocus={added > 0} maxLength={GUEST_NAME_LENGTH_MAX} />
      </Field>
      <Field label={t("note")} hint={t("noteHint")} name="note">
        <Input autoComplete="off" maxLength={GUEST_NOTE_LENGTH_MAX} />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-semibold text-[0.9375rem]">{t("people")}</p>
        <NumberStepper
          label={t("people")}
          value={people}
          min={1}
          max={GUEST_PEOPLE_MAX}
          onChange={setPeople}
        />
      </div>
      <SubmitButton pending={add.isPending}>{t("submit")}</SubmitButton>
    </ProblemForm>
  );
}

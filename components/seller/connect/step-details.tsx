"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { SessionView } from "#server/integration/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { useMove } from "./use-move.ts";

/** What the seller agrees to, before anything is entered. */
export function StepConsent({ session }: { session: SessionView }) {
  const t = useTranslations("connect.consent");
  const move = useMove(session);
  return (
    <Card className="grid gap-5">
      <h2 className="font-bold text-xl">{t("title")}</h2>
      <ul className="grid list-disc gap-2 pl-5">
        {(["ready", "codes", "secret", "time"] as const).map((point) => (
          <li key={point}>{t(point)}</li>
        ))}
      </ul>
      <ProblemAlert error={move.error} />
      <Button size="large" wide pending={move.pending} onClick={() => move.to("INFO_ENTERING")}>
        {t("agree")}
      </Button>
    </Card>
  );
}

/** Who the seller is at the marketplace. */
export function StepDetails({ session }: { session: SessionView }) {
  const t = useTranslations("connect.details");
  const trpc = useTRPC();
  const move = useMove(session);
  const enter = useMutation(
    trpc.integration.enterDetails.mutationOptions({ onSuccess: () => move.to("WAITING_FOR_LOCK") }),
  );
  const { vendorId, businessNumber, companyName } = session;
  return (
    <Card>
      <ProblemForm
        error={enter.error ?? move.error}
        fieldOf={{
          ...{ bad_vendor_id: "vendorId", vendor_busy: "vendorId", vendor_connected: "vendorId" },
          bad_business_number: "businessNumber",
        }}
        onSubmit={(text) =>
          enter.mutate({
            ...{ id: session.id, vendorId: text("vendorId")?.toUpperCase() ?? "" },
            ...{ businessNumber: text("businessNumber"), companyName: text("companyName") },
          })
        }
      >
        <h2 className="font-bold text-xl">{t("title")}</h2>
        <Field label={t("vendorId")} name="vendorId" hint={t("vendorIdHint")}>
          <Input defaultValue={vendorId} autoCapitalize="characters" autoComplete="off" maxLength={9} />
        </Field>
        <Field label={t("businessNumber")} name="businessNumber" hint={t("businessNumberHint")}>
          <Input defaultValue={businessNumber ?? ""} inputMode="numeric" autoComplete="off" maxLength={12} />
        </Field>
        <Field label={t("companyName")} name="companyName" hint={t("optional")}>
          <Input defaultValue={companyName ?? ""} autoComplete="organization" maxLength={100} />
        </Field>
        <SubmitButton pending={enter.isPending || move.pending}>{t("next")}</SubmitButton>
      </ProblemForm>
    </Card>
  );
}

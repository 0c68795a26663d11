"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { behindLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { KeysForm } from "./keys-form.tsx";

/** Starts to connect an account; a seller with a running session is led back to it. */
export const ConnectStart = behindLogin(Start, { shape: "cards" });

function Start() {
  const t = useTranslations("connect.start");
  const trpc = useTRPC();
  const router = useRouter();
  const running = useQuery(trpc.integration.myRunning.queryOptions({}, { staleTime: 0 }));
  const id = running.data?.id;
  useEffect(() => {
    if (id) router.replace(`/seller/connect/${id}`);
  }, [id, router]);
  const start = useMutation(
    trpc.integration.start.mutationOptions({
      onSuccess: (session) => router.push(`/seller/connect/${session.id}`),
    }),
  );
  if (running.data !== null)
    return running.error ? <ProblemAlert error={running.error} /> : <PageSkeleton shape="cards" />;
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Card>
          <ProblemForm
            error={start.error}
            fieldOf={{ bad_vendor_id: "vendorId", vendor_busy: "vendorId", vendor_connected: "vendorId" }}
            onSubmit={(text) => start.mutate({ vendorId: text("vendorId")?.toUpperCase() ?? "" })}
          >
            <h2 className="font-bold text-xl">{t("codes")}</h2>
            <p className="text-muted">{t("codesHint")}</p>
            <Field label={t("vendorId")} name="vendorId" hint={t("vendorIdHint")}>
              <Input autoCapitalize="characters" autoComplete="off" maxLength={9} />
            </Field>
            <SubmitButton pending={start.isPending || start.isSuccess}>{t("begin")}</SubmitButton>
          </ProblemForm>
        </Card>
        <Card>
          <KeysForm />
        </Card>
      </div>
    </div>
  );
}

"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";

/** Connects an account by Open API keys, or replaces the keys of a connected account. */
export function KeysForm({ vendorId }: { vendorId?: string }) {
  const t = useTranslations("connect.keys");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const connect = useMutation(
    trpc.integration.connectWithKeys.mutationOptions({
      async onSuccess() {
        toast.success(t("connected"));
        await queries.invalidateQueries({ queryKey: trpc.integration.myAccounts.queryKey() });
        await queries.invalidateQueries({ queryKey: trpc.auth.me.queryKey() });
        router.push("/seller");
      },
    }),
  );
  return (
    <ProblemForm
      error={connect.error}
      fieldOf={{
        ...{ bad_vendor_id: "vendorId", vendor_connected: "vendorId" },
        ...{ bad_issue_date: "issuedOn", keys_refused: "accessKey" },
      }}
      onSubmit={(text) =>
        connect.mutate({
          vendorId: vendorId ?? text("vendorId")?.toUpperCase() ?? "",
          ...{ accessKey: text("accessKey") ?? "", secretKey: text("secretKey") ?? "" },
          issuedOn: text("issuedOn"),
        })
      }
    >
      <h2 className="font-bold text-xl">{vendorId ? t("renew", { vendorId }) : t("title")}</h2>
      <p className="text-muted">{t("hint")}</p>
      {!vendorId && (
        <Field label={t("vendorId")} name="vendorId">
          <Input autoCapitalize="characters" autoComplete="off" maxLength={9} />
        </Field>
      )}
      <Field label={t("accessKey")} name="accessKey">
        <Input autoComplete="off" />
      </Field>
      <Field label={t("secretKey")} name="secretKey">
        <Input type="password" autoComplete="off" />
      </Field>
      <Field label={t("issuedOn")} name="issuedOn" hint={t("issuedOnHint")}>
        <Input type="date" />
      </Field>
      <SubmitButton pending={connect.isPending}>{t("connect")}</SubmitButton>
    </ProblemForm>
  );
}

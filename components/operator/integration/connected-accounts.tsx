"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTRPC } from "../../trpc/client.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Field, Input } from "../../ui/field.tsx";

/** Lists connected accounts with their owners; an operator can release one so that another person can connect it. */
export function ConnectedAccounts() {
  const t = useTranslations("integration");
  const trpc = useTRPC();
  const format = useFormat();
  const [vendorId, setVendorId] = useState("");
  const accounts = useQuery(trpc.integration.accounts.queryOptions(vendorId ? { vendorId } : {}));
  const release = useMutation(
    trpc.integration.releaseAccount.mutationOptions({ onSettled: () => accounts.refetch() }),
  );
  return (
    <section className="grid gap-3">
      <h2 className="font-bold text-xl">{t("accounts")}</h2>
      <Field label={t("find")} className="max-w-60">
        <Input
          value={vendorId}
          autoComplete="off"
          maxLength={9}
          onChange={(event) => setVendorId(event.currentTarget.value.trim().toUpperCase())}
        />
      </Field>
      <ProblemAlert error={accounts.error} />
      {accounts.data?.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="grid gap-2">
        {accounts.data?.map((account) => (
          <li
            key={account.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-md border border-line bg-surface px-4 py-2"
          >
            <span className="numerals font-bold">{account.vendorId}</span>
            <span className="break-all text-muted text-sm">{account.email}</span>
            <span className="text-muted text-sm">{format.date(account.connectedAt)}</span>
            <ConfirmButton
              look="danger"
              label={t("releaseAccount")}
              title={t("releaseAccountTitle", { vendorId: account.vendorId })}
              description={t("releaseAccountBody")}
              pending={release.isPending}
              onConfirm={(close) => release.mutate({ id: account.id }, { onSuccess: close })}
            >
              <ProblemAlert error={release.error} />
            </ConfirmButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

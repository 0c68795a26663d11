"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { SecondFactorView } from "#server/auth/contract.ts";
import { PasswordInput } from "../auth/password-input.tsx";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Alert } from "../ui/alert.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button, SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { BeginSecondFactor } from "./begin-second-factor.tsx";

/** Whether an authenticator app is asked for beside the password, and how it is turned on and off. */
export function SecondFactorCard() {
  const t = useTranslations("credentials.factor");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const { data, error } = useQuery(trpc.auth.mySecondFactor.queryOptions({}, { staleTime: 0 }));
  const passkeys = useQuery(trpc.auth.myPasskeys.queryOptions({}, { staleTime: 0 }));
  const hasPasskey = passkeys.data !== undefined && passkeys.data.passkeys.length > 0;
  const readAgain = () => {
    // What an operator may do depends on it.
    void queries.invalidateQueries({ queryKey: trpc.auth.pathKey() });
  };
  return (
    <Card id="second-factor" aria-labelledby="account-factor" className="grid scroll-mt-4 gap-4">
      <div className="grid gap-1">
        <h2 id="account-factor" className="flex flex-wrap items-center gap-2 font-bold text-xl">
          {t("title")}
          {data && <Badge tone={data.isOn ? "success" : "neutral"}>{t(data.isOn ? "on" : "off")}</Badge>}
        </h2>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <ProblemAlert error={error} />
      {!data && !error && <Skeleton className="h-11 w-40" />}
      {data?.isDemanded && !data.isProved && (
        <Alert
          tone="warning"
          title={t(data.isOn ? "proveFirst" : hasPasskey ? "provePasskey" : "demanded")}
        />
      )}
      {codes && <Codes codes={codes} />}
      {data?.isOn && <FactorOn view={data} onChanged={readAgain} />}
      {data && !data.isOn && (
        <BeginSecondFactor
          onConfirmed={(told) => {
            setCodes(told);
            readAgain();
          }}
        />
      )}
    </Card>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("credentials.factor");
  return (
    <Alert
      tone="warning"
      title={t("codesTitle")}
      announce
      action={<CopyButton text={codes.join("\n")} label={t("copyCodes")} />}
    >
      <p>{t("codesBody")}</p>
      <ul className="numerals grid gap-1 py-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

interface FactorOnProps {
  view: z.output<typeof SecondFactorView>;
  onChanged: () => void;
}

function FactorOn({ view, onChanged }: FactorOnProps) {
  const t = useTranslations("credentials.factor");
  const trpc = useTRPC();
  const [isRemoving, setRemoving] = useState(false);
  const prove = useMutation(trpc.auth.proveSecondFactor.mutationOptions({ onSuccess: onChanged }));
  return (
    <>
      <p className="text-muted">{t("codesLeft", { count: String(view.recoveryCodesLeft) })}</p>
      {prove.isSuccess && <Alert tone="success" title={t("proved")} announce />}
      <ProblemForm
        error={prove.error}
        fieldOf={{ wrong_code: "code" }}
        onSubmit={(text) => prove.mutate({ code: text("code") ?? "" })}
      >
        <Field label={t("code")} name="code" hint={t("proveHint")}>
          <Input autoComplete="one-time-code" autoCapitalize="characters" />
        </Field>
        <Button type="submit" look="secondary" className="justify-self-start" pending={prove.isPending}>
          {t("prove")}
        </Button>
      </ProblemForm>
      {isRemoving ? (
        <RemoveForm onRemoved={onChanged} />
      ) : (
        <Button look="danger" className="justify-self-start" onClick={() => setRemoving(true)}>
          {t("remove")}
        </Button>
      )}
    </>
  );
}

function RemoveForm({ onRemoved }: { onRemoved: () => void }) {
  const t = useTranslations("credentials.factor");
  const trpc = useTRPC();
  const remove = useMutation(trpc.auth.removeSecondFactor.mutationOptions({ onSuccess: onRemoved }));
  return (
    <ProblemForm
      error={remove.error}
      fieldOf={{ wrong_password: "password", wrong_code: "removeCode", code: "removeCode" }}
      onSubmit={(text) => remove.mutate({ password: text("password") ?? "", code: text("removeCode") ?? "" })}
    >
      <Field label={t("password")} name="password">
        <PasswordInput autoComplete="current-password" />
      </Field>
      <Field label={t("removeCode")} name="removeCode">
        <Input autoComplete="one-time-code" autoCapitalize="characters" />
      </Field>
      <SubmitButton pending={remove.isPending}>{t("remove")}</SubmitButton>
    </ProblemForm>
  );
}

"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PasskeyView } from "#server/auth/contract.ts";
import { PasswordInput } from "../auth/password-input.tsx";
import { useDeviceName } from "../auth/use-device-name.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { useFormat } from "../i18n/format.ts";
import { useProveWithPasskey } from "../passkeys/use-prove-with-passkey.ts";
import { isDismissed, makePasskey } from "../passkeys/web-authn.ts";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { Alert } from "../ui/alert.tsx";
import { Button, SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** The passkeys of the account: added, named and removed here. */
export function PasskeysCard() {
  const t = useTranslations("credentials.passkeys");
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.auth.myPasskeys.queryOptions({}, { staleTime: 0 }));
  const [isAdding, setAdding] = useState(false);
  const prove = useProveWithPasskey();
  if (data && !data.isOffered) return null;
  return (
    <Card id="passkeys" aria-labelledby="account-passkeys" className="grid scroll-mt-4 gap-4">
      <div className="grid gap-1">
        <h2 id="account-passkeys" className="font-bold text-xl">
          {t("title")}
        </h2>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <ProblemAlert error={error} />
      {!data && !error && <Skeleton className="h-11 w-40" />}
      {data && data.passkeys.length > 0 && (
        <ul className="grid gap-3">
          {data.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {prove.isSuccess && <Alert tone="success" title={t("proved")} announce />}
      <ProblemAlert error={isDismissed(prove.error) ? null : prove.error} />
      {data && isAdding && <AddForm onAdded={() => setAdding(false)} />}
      {data && !isAdding && (
        <div className="flex flex-wrap gap-2">
          <Button look="secondary" onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
          {data.passkeys.length > 0 && (
            <Button look="quiet" pending={prove.isPending} onClick={() => prove.mutate()}>
              {t("prove")}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

/** The password, and then the browser makes the passkey. */
function AddForm({ onAdded }: { onAdded: () => void }) {
  const t = useTranslations("credentials.passkeys");
  const client = useTRPCClient();
  const readAgain = useReadAgain();
  const deviceName = useDeviceName();
  const add = useMutation({
    mutationFn: async ({ password, name }: { password: string; name: string }) => {
      const answer = await makePasskey(await client.auth.beginAddingPasskey.mutate({ password }));
      await client.credentials.addPasskey.mutate({ answer, name });
    },
    onSuccess: () => {
      readAgain();
      onAdded();
    },
  });
  return (
    <ProblemForm
      error={isDismissed(add.error) ? null : add.error}
      fieldOf={{ wrong_password: "passkeyPassword", name: "passkeyName" }}
      onSubmit={(text) =>
        add.mutate({ password: text("passkeyPassword") ?? "", name: text("passkeyName") ?? "" })
      }
    >
      {isDismissed(add.error) && <Alert tone="warning" title={t("dismissed")} announce />}
      <Field label={t("name")} name="passkeyName" hint={t("nameHint")}>
        <Input defaultValue={deviceName({ userAgent: navigator.userAgent })} maxLength={60} />
      </Field>
      <Field label={t("password")} name="passkeyPassword">
        <PasswordInput autoComplete="current-password" />
      </Field>
      <SubmitButton pending={add.isPending}>{t("make")}</SubmitButton>
    </ProblemForm>
  );
}

function PasskeyRow({ passkey }: { passkey: PasskeyView }) {
  const t = useTranslations("credentials.passkeys");
  const format = useFormat();
  const [act, setAct] = useState<"rename" | "remove">();
  const { name, createdAt, lastUsedAt } = passkey;
  const close = () => setAct(undefined);
  return (
    <li className="grid gap-3 rounded-md border border-line p-4">
      <div className="flex flex-wrap items-center gap-3">
        <KeyRound className="size-5 text-muted" aria-hidden="true" />
        <div className="grid min-w-0 flex-1 basis-48">
          <p className="break-words font-bold">{name}</p>
          <p className="numerals text-muted text-sm">
            {t("added", { at: format.date(createdAt, "date") })} ·{" "}
            {lastUsedAt ? t("used", { at: format.date(lastUsedAt) }) : t("unused")}
          </p>
        </div>
        <Button look="quiet" onClick={() => setAct("rename")} aria-label={`${t("rename")}: ${name}`}>
          {t("rename")}
        </Button>
        <Button look="danger" onClick={() => setAct("remove")} aria-label={`${t("remove")}: ${name}`}>
          {t("remove")}
        </Button>
      </div>
      {act === "rename" && <RenameForm passkey={passkey} onDone={close} />}
      {act === "remove" && <RemoveForm passkey={passkey} onDone={close} />}
    </li>
  );
}

interface FormProps {
  passkey: PasskeyView;
  onDone: () => void;
}

function RenameForm({ passkey: { id: passkeyId, name }, onDone }: FormProps) {
  const t = useTranslations("credentials.passkeys");
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const rename = useMutation(
    trpc.credentials.renamePasskey.mutationOptions({
      onSuccess: () => {
        readAgain();
        onDone();
      },
    }),
  );
  return (
    <ProblemForm
      error={rename.error}
      onSubmit={(text) => rename.mutate({ passkeyId, name: text("name") ?? "" })}
    >
      <Field label={t("name")} name="name">
        <Input defaultValue={name} maxLength={60} />
      </Field>
      <Button type="submit" look="secondary" className="justify-self-start" pending={rename.isPending}>
        {t("save")}
      </Button>
    </ProblemForm>
  );
}

function RemoveForm({ passkey: { id: passkeyId }, onDone }: FormProps) {
  const t = useTranslations("credentials.passkeys");
  const trpc = useTRPC();
  const readAgain = useReadAgain();
  const remove = useMutation(
    trpc.credentials.removePasskey.mutationOptions({
      onSuccess: () => {
        readAgain();
        onDone();
      },
    }),
  );
  return (
    <ProblemForm
      error={remove.error}
      fieldOf={{ wrong_password: "removePassword" }}
      onSubmit={(text) => remove.mutate({ passkeyId, password: text("removePassword") ?? "" })}
    >
      <p className="text-muted">{t("removeBody")}</p>
      <Field label={t("password")} name="removePassword">
        <PasswordInput autoComplete="current-password" />
      </Field>
      <Button type="submit" look="danger" className="justify-self-start" pending={remove.isPending}>
        {t("confirmRemove")}
      </Button>
    </ProblemForm>
  );
}

/** What an operator may do depends on it too. */
function useReadAgain() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: trpc.auth.pathKey() });
}

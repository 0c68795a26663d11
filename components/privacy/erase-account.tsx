"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Obstacle } from "#server/privacy/contract.ts";
import { PasswordInput } from "../auth/password-input.tsx";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { postJson } from "../http/post-json.ts";
import { forgetTickets } from "../offline/kept-tickets.ts";
import { useTRPC } from "../trpc/client.ts";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** What becomes of the data of an account that is erased. */
const CONSEQUENCES = ["gone", "kept", "sessions", "again"] as const;

/** Ends the account for good, or says what has to end before. */
export function EraseAccount() {
  const t = useTranslations("privacy.erase");
  const trpc = useTRPC();
  const erasure = useQuery(trpc.privacy.erasure.queryOptions({}, { staleTime: 0 }));
  return (
    <Card aria-labelledby="erase-account" className="grid gap-4">
      <h2 id="erase-account" className="font-bold text-xl">
        {t("title")}
      </h2>
      <ul className="grid list-disc gap-1 pl-5 text-muted">
        {CONSEQUENCES.map((consequence) => (
          <li key={consequence}>{t(`consequences.${consequence}`)}</li>
        ))}
      </ul>
      <ProblemAlert error={erasure.error} />
      {erasure.isPending && <Skeleton className="h-11 w-40" />}
      {erasure.data && <Obstacles obstacles={erasure.data.obstacles} />}
      {erasure.data?.obstacles.length === 0 && <EraseForm onRefused={() => void erasure.refetch()} />}
    </Card>
  );
}

function Obstacles({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const t = useTranslations("privacy.erase");
  const tError = useTranslations("error");
  if (obstacles.length === 0) return null;
  return (
    <Alert tone="warning" title={t("blocked")}>
      <ul className="grid list-disc gap-1 pl-5">
        {obstacles.map((obstacle) => (
          <li key={obstacle}>{tError(obstacle)}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** Asks for the password in a dialog and erases the account. */
function EraseForm({ onRefused }: { onRefused: () => void }) {
  const t = useTranslations("privacy.erase");
  const [asking, setAsking] = useState(false);
  const erase = useErase(onRefused);
  const open = () => {
    erase.reset();
    setAsking(true);
  };
  return (
    <>
      <Button look="danger" className="justify-self-start" onClick={open}>
        {t("action")}
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t("ask")} description={t("final")}>
        <PasswordForm erase={erase} />
      </Dialog>
    </>
  );
}

function PasswordForm({ erase }: { erase: ReturnType<typeof useErase> }) {
  const t = useTranslations("privacy.erase");
  const [password, setPassword] = useState("");
  return (
    <ProblemForm
      error={erase.error}
      fieldOf={{ wrong_password: "password" }}
      onSubmit={() => erase.mutate({ password })}
    >
      <Field label={t("password")} name="password" hint={t("passwordHint")}>
        <PasswordInput
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      <Button
        type="submit"
        look="danger"
        pending={erase.isPending || erase.isSuccess}
        disabled={password === ""}
      >
        {t("confirm")}
      </Button>
    </ProblemForm>
  );
}

function useErase(onRefused: () => void) {
  const trpc = useTRPC();
  return useMutation(
    trpc.privacy.erase.mutationOptions({
      onSuccess: async () => {
        // The login has ended already; this only takes the cookies away.
        await postJson("/api/auth/logout").catch(() => undefined);
        forgetTickets();
        // A new document has nothing in memory that was read with this login.
        location.replace("/erased");
      },
      onError: onRefused,
    }),
  );
}

"use client";
import { useTranslations } from "next-intl";
import type { SessionView } from "#server/integration/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { KeysForm } from "./keys-form.tsx";
import { useMove } from "./use-move.ts";

/** The last step: asks the marketplace whether the account is connected, with the seller's keys or after the codes. */
export function StepVerify({ session }: { session: SessionView }) {
  const t = useTranslations("connect.verify");
  return (
    <Card className="grid gap-5">
      <h2 className="font-bold text-xl">{t("title")}</h2>
      <p>{t(session.proof === "keys" ? "keysBody" : "body")}</p>
      <dl className="numerals grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{t("sms")}</dt>
        <dd className="font-bold">{session.smsCode}</dd>
        <dt className="text-muted">{t("email")}</dt>
        <dd className="font-bold">{session.emailCode}</dd>
      </dl>
      {session.proof === "keys" ? (
        <KeysForm vendorId={session.vendorId} />
      ) : (
        <ConfirmCodes session={session} />
      )}
    </Card>
  );
}

function ConfirmCodes({ session }: { session: SessionView }) {
  const t = useTranslations("connect.verify");
  const move = useMove(session);
  return (
    <>
      <ProblemAlert error={move.error} />
      <Button size="large" wide pending={move.pending} onClick={() => move.to("COMPLETED")}>
        {t("confirm")}
      </Button>
      <details>
        <summary className="min-h-touch cursor-pointer content-center font-semibold">{t("byKeys")}</summary>
        <KeysForm vendorId={session.vendorId} />
      </details>
    </>
  );
}

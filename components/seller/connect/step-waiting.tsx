"use client";
import { useTranslations } from "next-intl";
import type { SessionView } from "#server/integration/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { Alert } from "../../ui/alert.tsx";
import { Card } from "../../ui/card.tsx";

/** The place in line for a phone line, and how long those before may take at most. */
export function StepWaiting({ session }: { session: SessionView }) {
  const t = useTranslations("connect.waiting");
  const format = useFormat();
  const { position, estimatedWaitSeconds } = session;
  return (
    <Card className="grid gap-4">
      <h2 className="font-bold text-xl">{t("title")}</h2>
      <p role="status" className="numerals font-extrabold text-4xl">
        {t("position", { position: position ?? 0 })}
      </p>
      {estimatedWaitSeconds !== null && (
        <p className="text-muted">{t("atMost", { time: format.duration(estimatedWaitSeconds) })}</p>
      )}
      {session.passedOverAt && <Alert tone="warning" title={t("passedOver")} />}
      <p>{t("why")}</p>
      <p className="text-muted text-sm">{t("stay")}</p>
    </Card>
  );
}

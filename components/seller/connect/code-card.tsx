"use client";
import { useTranslations } from "next-intl";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Spinner } from "../../ui/spinner.tsx";

interface CodeCardProps {
  /** Null until it arrives. */
  code: string | null;
  channel: "sms" | "email";
}

/** Shows a code when it arrives, large and ready to be copied; until then it says that the code is awaited. */
export function CodeCard({ code, channel }: CodeCardProps) {
  const t = useTranslations("connect.code");
  return (
    <div
      role="status"
      className="grid min-h-32 place-items-center gap-3 rounded-lg border border-line bg-surface p-6 text-center shadow-sheet"
    >
      {code === null ? (
        <p className="flex items-center gap-3 text-muted">
          <Spinner className="size-5" /> {t(`waiting.${channel}`)}
        </p>
      ) : (
        <>
          <p className="font-semibold text-success-fg">{t(`arrived.${channel}`)}</p>
          <p className="numerals font-extrabold text-5xl tracking-[0.12em]">{code}</p>
          <CopyButton text={code} label={t("copy")} />
        </>
      )}
    </div>
  );
}

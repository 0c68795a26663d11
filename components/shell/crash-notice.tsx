"use client";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

interface CrashNoticeProps {
  error: unknown;
  retry: () => void;
}

/** Shown where a page failed to render. The digest names the fault in the server's log. */
export function CrashNotice({ error, retry }: CrashNoticeProps) {
  const t = useTranslations("shell.crashed");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert">
      <EmptyState title={t("title")} action={<Button onClick={retry}>{t("retry")}</Button>}>
        <p>{t("body")}</p>
        {digest && (
          <p className="numerals mt-2 text-sm">
            {t("reference")} {digest}
          </p>
        )}
      </EmptyState>
    </div>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button.tsx";

/** Loads what someone else has changed, in place of what was entered. */
export function ReloadButton({ onReload }: { onReload: () => void }) {
  const t = useTranslations("organizer.form");
  return (
    <Button look="secondary" onClick={onReload}>
      {t("reload")}
    </Button>
  );
}

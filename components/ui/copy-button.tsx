"use client";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { copyText } from "./copy-text.ts";
import { toast } from "./toast.ts";

interface CopyButtonProps {
  text: string;
  /** What is copied, for screen readers. */
  label: string;
  className?: string;
}

/** Copies a text exactly as it is, and says whether it could. */
export function CopyButton({ text, label, className }: CopyButtonProps) {
  const t = useTranslations("ui");
  const copy = async () => {
    try {
      await copyText(text);
      toast.success(t("copied"));
    } catch {
      toast.error(t("copyFailed"));
    }
  };
  return (
    <Button look="secondary" aria-label={label} className={className} onClick={() => void copy()}>
      <Copy aria-hidden="true" /> {t("copy")}
    </Button>
  );
}

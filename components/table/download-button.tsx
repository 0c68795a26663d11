"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFreshAccess } from "../trpc/use-fresh-access.ts";
import { Button } from "../ui/button.tsx";

interface DownloadButtonProps {
  href: string;
  /** Where the list has a second file. */
  label?: string;
}

/** Downloads all rows that match, not only those that are shown. */
export function DownloadButton({ href, label }: DownloadButtonProps) {
  const t = useTranslations("table");
  const renewAccess = useFreshAccess();
  const download = async () => {
    await renewAccess();
    location.assign(href);
  };
  return (
    <Button look="secondary" onClick={() => void download()}>
      <Download aria-hidden="true" /> {label ?? t("download")}
    </Button>
  );
}

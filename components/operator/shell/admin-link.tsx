"use client";
import { Gauge } from "lucide-react";
import { useTranslations } from "next-intl";
import { useViewer } from "../../trpc/use-viewer.ts";
import { LinkButton } from "../../ui/button.tsx";

/** The way to the operators' pages, for those who may see them. */
export function AdminLink() {
  const t = useTranslations("shell");
  const viewer = useViewer();
  if (viewer.data?.role !== "ADMIN") return null;
  return (
    <LinkButton href="/admin" look="quiet" className="px-3">
      <Gauge aria-hidden="true" /> <span className="max-sm:sr-only">{t("operations")}</span>
    </LinkButton>
  );
}

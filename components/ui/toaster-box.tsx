"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { TOAST_MS, toasterIsReady } from "./toast.ts";

/** Where sonner shows its toasts. */
export function ToasterBox() {
  const t = useTranslations("ui");
  // Sonner listens from its own effect on, which runs before this one.
  useEffect(() => toasterIsReady(toast), []);
  return (
    <Sonner
      position="top-center"
      duration={TOAST_MS}
      containerAriaLabel={t("notifications")}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[min(24rem,calc(100vw-2rem))] items-center gap-3 rounded-md border border-line bg-surface p-4 font-medium text-[0.9375rem] text-ink shadow-raised",
          error: "border-danger-line! bg-danger-bg! text-danger-fg!",
          success: "border-success-line! bg-(--toast-success-bg)! text-success-fg!",
          description: "text-muted text-sm font-normal",
        },
      }}
    />
  );
}

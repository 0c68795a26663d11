"use client";
import { useTranslations } from "next-intl";
import { useOnline } from "../ui/use-online.ts";

/** A notice on every page while the browser is offline. */
export function OfflineNotice() {
  const t = useTranslations("problem");
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="border-warning-line border-b bg-warning-bg px-4 py-2.5 text-center font-semibold text-[0.9375rem] text-warning-fg print:hidden">
          {t("offline")}
        </p>
      )}
    </div>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

interface CrashNoticeProps {
  error: unknown;
  retry: () => void;
}

const CHECK_MILLISECONDS = 3000;

/**
 * Shown where a page failed to render. The digest names the fault in the server's log. Where the whole service is away,
 * the page is tried again as soon as it is back.
 */
export function CrashNotice({ error, retry }: CrashNoticeProps) {
  const t = useTranslations("shell.crashed");
  const away = useServiceAway(retry);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert">
      <EmptyState title={t("title")} action={<Button onClick={retry}>{t("retry")}</Button>}>
        <p>{t(away ? "away" : "body")}</p>
        {digest && (
          <p className="numerals mt-2 text-sm">
            {t("reference")} {digest}
          </p>
        )}
      </EmptyState>
    </div>
  );
}

/** Whether the service has failed to answer; calls `onBack` once it does. A page that fails by itself is not repeated. */
function useServiceAway(onBack: () => void): boolean {
  const [away, setAway] = useState(false);
  const { data: isReady } = useQuery({
    queryKey: ["crash-notice", "ready"],
    queryFn: () =>
      fetch("/api/health/ready").then(
        ({ ok }) => ok,
        () => false,
      ),
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data === false ? CHECK_MILLISECONDS : false),
  });
  if (isReady === false && !away) setAway(true);
  const isBack = away && isReady === true;
  useEffect(() => {
    if (isBack) onBack();
  }, [isBack, onBack]);
  return away;
}

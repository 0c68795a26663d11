"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Health } from "#server/health/contract.ts";
import type { UnavailablePart } from "#server/platform/operation/errors.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

interface CrashNoticeProps {
  error: unknown;
  retry: () => void;
}

const CHECK_MILLISECONDS = 3000;

/**
 * Shown where a page failed to render. The digest names the fault in the server's log. Where the service or a part of it
 * is away, the notice says which, and the page is tried again as soon as it is back.
 */
export function CrashNotice({ error, retry }: CrashNoticeProps) {
  const t = useTranslations("shell.crashed");
  const tAway = useTranslations("problem.away");
  const away = useAway(retry);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert">
      <EmptyState title={t("title")} action={<Button onClick={retry}>{t("retry")}</Button>}>
        <p>{away === null || away === "app" ? t(away ? "away" : "body") : tAway(away)}</p>
        {digest && (
          <p className="numerals mt-2 text-sm">
            {t("reference")} {digest}
          </p>
        )}
      </EmptyState>
    </div>
  );
}

type Away = "app" | UnavailablePart;

/** Reads what does not answer, without a login, which may be what cannot be checked. */
async function findAway(): Promise<Away | null> {
  try {
    const answer = await fetch("/api/health", { credentials: "omit", cache: "no-store" });
    const { checks } = (await answer.json()) as Health;
    if (checks.postgres.status === "CRITICAL") return "postgres";
    return checks.redis.status === "UNHEALTHY" ? "redis" : null;
  } catch {
    return "app";
  }
}

/** What has failed to answer; calls `onBack` once all answers. A page that fails by itself is not repeated. */
function useAway(onBack: () => void): Away | null {
  const [away, setAway] = useState<Away | null>(null);
  const { data: found } = useQuery({
    queryKey: ["crash-notice", "away"],
    queryFn: findAway,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data ? CHECK_MILLISECONDS : false),
  });
  if (found && found !== away) setAway(found);
  const isBack = away !== null && found === null;
  useEffect(() => {
    if (isBack) onBack();
  }, [isBack, onBack]);
  return away;
}

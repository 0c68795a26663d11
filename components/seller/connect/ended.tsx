"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { SessionView } from "#server/integration/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import type { Ending } from "./steps.ts";
import { useReason } from "./use-reason.ts";

const TONES = {
  COMPLETED: "success",
  LOCK_TIMEOUT: "warning",
  EXPIRED: "warning",
  FAILED: "danger",
  CANCELLED: "neutral",
} as const satisfies Record<Ending, string>;

/** How a session ended and why, and the one thing to do next. */
export function Ended({ session, ending }: { session: SessionView; ending: Ending }) {
  const t = useTranslations("connect.ended");
  const router = useRouter();
  const trpc = useTRPC();
  const again = useMutation(
    trpc.integration.start.mutationOptions({
      onSuccess: ({ id }) => router.replace(`/seller/connect/${id}`),
    }),
  );
  const reason = useReason()(session.endReason);
  const byAdmin = ending === "FAILED" || (ending === "CANCELLED" && session.endReason !== "cancelled");
  return (
    <div className="grid gap-4">
      <ProblemAlert error={again.error} />
      <Alert
        announce
        tone={TONES[ending]}
        title={t(`${ending}.title`)}
        action={
          ending === "COMPLETED" ? (
            <LinkButton href="/seller">{t("toAccounts")}</LinkButton>
          ) : (
            <Button
              pending={again.isPending || again.isSuccess}
              onClick={() => again.mutate({ vendorId: session.vendorId })}
            >
              {t("again")}
            </Button>
          )
        }
      >
        <p>{t(`${ending}.body`)}</p>
        {byAdmin && reason && <p>{t("reason", { reason })}</p>}
      </Alert>
    </div>
  );
}

"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { DestinationSummary } from "#server/transmissions/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.ts";
import { useRefreshOutbox } from "./use-refresh-outbox.ts";

/** Says why a destination is paused and until when, and lets an operator resume it. */
export function PausedNotice({ destination, circuit }: Pick<DestinationSummary, "destination" | "circuit">) {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const format = useFormat();
  const trpc = useTRPC();
  const refresh = useRefreshOutbox();
  const name = tDestination(destination);
  const resume = useMutation(
    trpc.transmissions.resume.mutationOptions({
      onSuccess: () => toast.success(t("resumed", { destination: name })),
      onSettled: refresh,
    }),
  );
  return (
    <div className="grid gap-3 border-line border-t pt-4">
      <div className="numerals text-sm">
        {circuit.reason && (
          <p className="line-clamp-2 font-semibold">{t("pausedFor", { reason: circuit.reason })}</p>
        )}
        {circuit.probeAt && (
          <p className="text-muted">
            {t("probeIn", { at: format.date(circuit.probeAt, "timeWithSeconds") })}
          </p>
        )}
      </div>
      <ProblemAlert error={resume.error} />
      <Button
        look="secondary"
        aria-label={t("resumeFor", { destination: name })}
        pending={resume.isPending}
        onClick={() => resume.mutate({ destination })}
      >
        {t("resume")}
      </Button>
    </div>
  );
}

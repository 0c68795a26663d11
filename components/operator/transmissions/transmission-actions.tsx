"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Transmission } from "#server/transmissions/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.ts";
import { ResolveTransmission } from "./resolve-transmission.tsx";
import { useRefreshOutbox } from "./use-refresh-outbox.ts";

/** What can be done with a dead one: send it again, or close it. */
export function TransmissionActions({ transmission }: { transmission: z.output<typeof Transmission> }) {
  const t = useTranslations("transmission");
  const trpc = useTRPC();
  const refresh = useRefreshOutbox();
  const { id } = transmission;
  const replay = useMutation(
    trpc.transmissions.replay.mutationOptions({
      onSuccess: () => toast.success(t("replayed")),
      onSettled: refresh,
    }),
  );
  return (
    <>
      <ProblemAlert error={replay.error} />
      <Button pending={replay.isPending} onClick={() => replay.mutate({ id })}>
        {t("replay")}
      </Button>
      <ResolveTransmission id={id} />
    </>
  );
}

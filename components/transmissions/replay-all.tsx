"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { REPLAY_MAX, type TransmissionFilter } from "#server/transmissions/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { useTRPC } from "../trpc/client.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";

const REFRESH_MS = 3000;

/** Sends again all dead ones that match: as many as are shown, or none. */
export function ReplayAll({ filter: { destination, search } }: { filter: TransmissionFilter }) {
  const t = useTranslations("transmission");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<number | null>(null);
  const matching = { destination, search };
  const { data } = useQuery(
    trpc.transmissions.count.queryOptions({ ...matching, status: "DEAD" }, { refetchInterval: REFRESH_MS }),
  );
  const replay = useMutation(
    trpc.transmissions.replayMatching.mutationOptions({
      onSuccess: ({ replayed }) => toast.success(t("replayedCount", { count: replayed })),
      onSettled: () => {
        setAsked(null);
        return queryClient.invalidateQueries({ queryKey: trpc.transmissions.pathKey() });
      },
    }),
  );
  if (!data || data.count === 0) return <ProblemAlert error={replay.error} />;
  const tooMany = data.count > REPLAY_MAX;
  const shown = tooMany ? t("orMore", { count: format.number(REPLAY_MAX) }) : format.number(data.count);
  return (
    <div className="grid justify-items-start gap-3">
      <ProblemAlert error={replay.error} />
      <Button look="secondary" disabled={tooMany} onClick={() => setAsked(data.count)}>
        {t("replayAll", { count: shown })}
      </Button>
      {tooMany && <p className="text-muted text-sm">{t("replayAllBody", { max: REPLAY_MAX })}</p>}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t("replayAllTitle", { count: asked ?? 0 })}
        description={t("replayAllBody", { max: REPLAY_MAX })}
        confirmLabel={t("replay")}
        pending={replay.isPending}
        onConfirm={() => asked !== null && replay.mutate({ ...matching, expected: asked })}
      />
    </div>
  );
}

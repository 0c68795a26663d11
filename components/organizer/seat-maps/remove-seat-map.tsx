"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { SeatMapId } from "#server/seat-maps/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { toast } from "../../ui/toast.ts";

interface RemoveSeatMapProps {
  seatMap: { readonly id: SeatMapId; readonly name: string; readonly version: number };
  onRemoved?: () => void;
}

/** Removes a map after asking by its name. */
export function RemoveSeatMap({ seatMap: { id: seatMapId, name, version }, onRemoved }: RemoveSeatMapProps) {
  const t = useTranslations("seatMaps.remove");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.seatMaps.remove.mutationOptions({
      onSuccess: () => toast.success(t("done")),
      // A map that someone has changed meanwhile is read again, so that the next try knows its version.
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.seatMaps.list.pathKey() }),
    }),
  );
  return (
    <ConfirmButton
      look="danger"
      label={t("label")}
      name={t("nameOf", { name })}
      title={t("title", { name })}
      description={t("body")}
      keepLabel={t("keep")}
      pending={remove.isPending}
      onConfirm={(close) =>
        remove.mutate(
          { seatMapId, readVersion: version },
          {
            onSuccess: () => {
              close();
              onRemoved?.();
            },
          },
        )
      }
    >
      <ProblemAlert error={remove.error} />
    </ConfirmButton>
  );
}

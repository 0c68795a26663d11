"use client";
import { useMutation } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SeatMapId } from "#server/seat-maps/contract.ts";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { NameFields } from "./name-fields.tsx";
import { useRefreshSeatMaps } from "./use-seat-map.ts";

/** What a map is called, and the version of it that the page knows. */
export interface About {
  readonly name: string;
  readonly venue: string;
  readonly version: number;
}

interface RenameSeatMapProps {
  seatMapId: SeatMapId;
  about: About;
  onRenamed: (about: About) => void;
}

/** Gives a map another name or venue. */
export function RenameSeatMap({ seatMapId, about, onRenamed }: RenameSeatMapProps) {
  const t = useTranslations("seatMaps.rename");
  const trpc = useTRPC();
  const refresh = useRefreshSeatMaps();
  const [open, setOpen] = useState(false);
  const rename = useMutation(
    trpc.seatMaps.update.mutationOptions({
      onSuccess: async (saved) => {
        setOpen(false);
        onRenamed(saved);
        await refresh();
      },
    }),
  );
  return (
    <>
      <Button
        look="secondary"
        onClick={() => {
          rename.reset();
          setOpen(true);
        }}
      >
        <Pencil aria-hidden="true" /> {t("label")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("title")}>
        <ProblemForm
          error={rename.error}
          onSubmit={(text) =>
            rename.mutate({
              ...{ seatMapId, readVersion: about.version },
              ...{ name: text("name") ?? "", venue: text("venue") ?? "" },
            })
          }
        >
          <NameFields from={about} />
          <SubmitButton pending={rename.isPending}>{t("save")}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}

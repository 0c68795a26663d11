"use client";
import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CsvMistake, SeatMapId } from "#server/seat-maps/contract.ts";
import { SEAT_MAP_BYTES_MAX } from "#server/seat-maps/values.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { DropArea } from "../../files/drop-area.tsx";
import { Mistakes } from "../../files/mistakes.tsx";
import { countIn, mistakesIn } from "../../files/refused-file.ts";
import { sendFile } from "../../http/send-file.ts";
import { useFreshAccess } from "../../trpc/use-fresh-access.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.ts";

interface ImportSeatsProps {
  seatMapId: SeatMapId;
  /** The version that the page has read. */
  version: number;
  /** Whether there are edits that the file would replace. */
  hasEdits: boolean;
  onImported: () => void;
}

/** Replaces the seats of a map by those of a CSV file, or shows every mistake of the file. */
export function ImportSeats({ seatMapId, version, hasEdits, onImported }: ImportSeatsProps) {
  const t = useTranslations("seatMaps.import");
  const [open, setOpen] = useState(false);
  const { choose, isTooLarge, ...sent } = useImport({
    ...{ seatMapId, version },
    onImported: (seatCount) => {
      toast.success(t("done", { count: seatCount }));
      setOpen(false);
      onImported();
    },
  });
  const explain = useTranslations("seatMaps.mistakes.codes");
  const mistakes = mistakesIn<CsvMistake>(sent.error);
  return (
    <>
      <Button
        look="secondary"
        onClick={() => {
          sent.reset();
          setOpen(true);
        }}
      >
        <FileUp aria-hidden="true" /> {t("label")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("title")} description={t("body")}>
        {hasEdits && <Alert tone="warning" title={t("replacesEdits")} />}
        <DropArea pending={sent.isPending} onChoose={choose} />
        {isTooLarge && <Alert tone="danger" title={t("tooLarge")} announce />}
        <ProblemAlert error={sent.error} />
        {mistakes.length > 0 && (
          <Mistakes mistakes={mistakes} explain={(code) => explain(code)} count={countIn(sent.error)} />
        )}
      </Dialog>
    </>
  );
}

interface Imported {
  readonly seatCount: number;
}

function useImport({
  seatMapId,
  version,
  onImported,
}: Pick<ImportSeatsProps, "seatMapId" | "version"> & { onImported: (seatCount: number) => void }) {
  const renewAccess = useFreshAccess();
  const [isTooLarge, setTooLarge] = useState(false);
  const sent = useMutation({
    mutationFn: async (file: File) => {
      await renewAccess();
      // Windows gives the files of its spreadsheet another type, and some browsers give them none.
      const csv = new Blob([file], { type: "text/csv" });
      const headers = { "if-match": `"${version}"` };
      return sendFile<Imported>(`/api/admin/seat-maps/${seatMapId}/csv`, csv, { headers });
    },
    onSuccess: ({ seatCount }) => onImported(seatCount),
  });
  const choose = (file: File) => {
    const isLarger = file.size > SEAT_MAP_BYTES_MAX;
    setTooLarge(isLarger);
    sent.reset();
    if (!isLarger) sent.mutate(file);
  };
  return { ...sent, isTooLarge, choose };
}

"use client";
import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import type { CsvMistake, SeatMapId } from "#server/seat-maps/contract.ts";
import { SEAT_MAP_BYTES_MAX } from "#server/seat-maps/values.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { readRefusal } from "../../errors/refusal.ts";
import { sendFile } from "../../http/send-file.ts";
import { useFreshAccess } from "../../trpc/use-fresh-access.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.ts";
import { Mistakes } from "./mistakes.tsx";

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
  const mistakes = mistakesIn(sent.error);
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
        {mistakes.length > 0 && <Mistakes mistakes={mistakes} count={countIn(sent.error)} />}
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

/** The mistakes that a refused file has besides the words of every refusal. */
function mistakesIn(error: unknown): readonly CsvMistake[] {
  const { mistakes } = (error ?? {}) as { readonly mistakes?: unknown };
  return Array.isArray(mistakes) ? (mistakes as CsvMistake[]) : [];
}

const countIn = (error: unknown): number => Number(readRefusal(error).params.count ?? 0);

interface DropAreaProps {
  pending: boolean;
  onChoose: (file: File) => void;
}

/** A place to drop a file on, with a button that opens the file chooser. */
function DropArea({ pending, onChoose }: DropAreaProps) {
  const t = useTranslations("seatMaps.import");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !pending) onChoose(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same for all others.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        "grid justify-items-center gap-3 rounded-md border border-line-strong border-dashed px-4 py-8 text-center",
        isOver && "border-primary bg-primary-soft",
      )}
    >
      <p className="text-muted text-sm">{t("drop")}</p>
      <Button look="secondary" pending={pending} onClick={() => input.current?.click()}>
        {t(pending ? "reading" : "choose")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onChoose(file);
          // The same file can be chosen again once it was mended.
          target.value = "";
        }}
      />
    </div>
  );
}

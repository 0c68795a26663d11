"use client";
import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { GuestMistake } from "#server/guests/contract.ts";
import { GUEST_BYTES_MAX } from "#server/guests/values.ts";
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
import { useRefreshGuests } from "./use-refresh-guests.ts";

/** Puts the guests of a CSV file on the list, or shows every mistake of the file. */
export function ImportGuests({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const t = useTranslations("guestList.import");
  const explain = useTranslations("guestList.mistakes");
  const renewAccess = useFreshAccess();
  const refresh = useRefreshGuests();
  const [open, setOpen] = useState(false);
  const [isTooLarge, setTooLarge] = useState(false);
  const sent = useMutation({
    mutationFn: async (file: File) => {
      await renewAccess();
      // A browser that does not know the ending gives a file no type, or one of its own.
      const csv = file.slice(0, file.size, "text/csv");
      return sendFile<{ readonly count: number }>(`/api/admin/sessions/${eventSessionId}/guests`, csv);
    },
    onSuccess: ({ count }) => {
      toast.success(t("done", { count }));
      setOpen(false);
    },
    onSettled: refresh,
  });
  const choose = (file: File) => {
    const isLarger = file.size > GUEST_BYTES_MAX;
    setTooLarge(isLarger);
    sent.reset();
    if (!isLarger) sent.mutate(file);
  };
  const mistakes = mistakesIn<GuestMistake>(sent.error);
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

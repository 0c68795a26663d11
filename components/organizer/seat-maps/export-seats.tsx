"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SeatMapId } from "#server/seat-maps/contract.ts";
import { useFreshAccess } from "../../trpc/use-fresh-access.ts";
import { Button } from "../../ui/button.tsx";

interface ExportSeatsProps {
  seatMapId: SeatMapId;
  /** The file has what is saved alone, so it waits for edits to be saved. */
  hasEdits: boolean;
}

/** Downloads a map as a CSV file, which can be imported again. */
export function ExportSeats({ seatMapId, hasEdits }: ExportSeatsProps) {
  const t = useTranslations("seatMaps");
  const renewAccess = useFreshAccess();
  const download = async () => {
    await renewAccess();
    location.assign(`/api/admin/seat-maps/${seatMapId}/csv`);
  };
  return (
    <Button
      look="secondary"
      disabled={hasEdits}
      focusableWhenDisabled
      title={hasEdits ? t("exportAfterSaving") : undefined}
      onClick={() => void download()}
    >
      <Download aria-hidden="true" /> {t("export")}
    </Button>
  );
}

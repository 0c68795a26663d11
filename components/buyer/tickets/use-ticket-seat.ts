import { useTranslations } from "next-intl";
import type { Ticket } from "#server/tickets/contract.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";

/** Where the holder of a ticket sits, in words. */
export function useTicketSeat() {
  const t = useTranslations("ticket");
  const nameOf = useSeatName();
  return ({ seat: number, section, row, label }: Ticket): string =>
    number !== null && section !== null ? nameOf({ section, row, label, number }) : t("noSeat");
}

import { useTranslations } from "next-intl";
import type { HeldSeat } from "#server/seats/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";

interface Priced {
  /** Empty where tickets have no seats. */
  seats: readonly HeldSeat[];
  /** KRW for one ticket without a seat. */
  priceKrw: number;
}

/** Which seats are bought and what one ticket costs; where seats cost differently, each with its own price. */
export function usePriceItems({ seats, priceKrw }: Priced) {
  const t = useTranslations("checkout");
  const format = useFormat();
  const nameOf = useSeatName();
  const prices = new Set(seats.map(({ price }) => price));
  const isOnePrice = prices.size <= 1;
  const [unitPrice = priceKrw] = prices;
  const named = seats.map((seat) =>
    isOnePrice ? nameOf(seat) : `${nameOf(seat)} (${format.krw(seat.price)})`,
  );
  return [
    ...(named.length > 0 ? [{ term: t("seats"), detail: named.join(" · ") }] : []),
    ...(isOnePrice ? [{ term: t("unitPrice"), detail: format.krw(unitPrice) }] : []),
  ];
}

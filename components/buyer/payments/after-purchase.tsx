import { useTranslations } from "next-intl";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { OrderId } from "#server/orders/contract.ts";
import { buttonStyles, LinkButton } from "../../ui/button.tsx";

/** Where a buyer goes from what they bought. */
export function AfterPurchase({
  orderId,
  eventSessionId,
}: {
  orderId: OrderId;
  eventSessionId: EventSessionId;
}) {
  const t = useTranslations("payment.confirmed");
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton href="/me/tickets">{t("action")}</LinkButton>
      <a href={`/sessions/${eventSessionId}/calendar.ics`} className={buttonStyles({ look: "secondary" })}>
        {t("calendar")}
      </a>
      <LinkButton href={`/me/orders/${orderId}/receipt`} look="secondary">
        {t("receipt")}
      </LinkButton>
    </div>
  );
}

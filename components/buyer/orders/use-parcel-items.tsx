import { useTranslations } from "next-intl";
import type { OrderDetail } from "#server/checkout/contract.ts";
import { formatPhone } from "#server/platform/values/phone.ts";
import { shippingMachine } from "#server/shipping/machine.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { TrackingLink } from "./tracking-link.tsx";

/** How the tickets come to the buyer: of paper ones the parcel, how it is followed, and where it goes. */
export function useParcelItems({
  delivery,
  shipping,
  address,
}: Pick<OrderDetail, "delivery" | "shipping" | "address">) {
  const t = useTranslations("parcel");
  const items = [{ term: t("delivery"), detail: t(`types.${delivery}`) }];
  if (delivery === "MOBILE") return items;
  return [
    ...items,
    ...(shipping
      ? [{ term: t("shipping"), detail: <StateBadge machine={shippingMachine} state={shipping.status} /> }]
      : []),
    ...(shipping?.carrier && shipping.trackingNumber
      ? [
          {
            term: t("tracking"),
            detail: <TrackingLink carrier={shipping.carrier} number={shipping.trackingNumber} />,
          },
        ]
      : []),
    {
      term: t("address"),
      detail: address ? <Address address={address} /> : t("erased"),
    },
  ];
}

function Address({ address }: { address: NonNullable<OrderDetail["address"]> }) {
  const { recipient, phone, postcode, address1, address2 } = address;
  return (
    <span className="grid min-w-0">
      <span>
        {recipient} · {formatPhone(phone)}
      </span>
      <span>
        ({postcode}) {[address1, address2].filter(Boolean).join(" ")}
      </span>
    </span>
  );
}

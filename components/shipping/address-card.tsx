"use client";
import { useMutation } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "#server/platform/values/phone.ts";
import type { ShippingId } from "#server/shipping/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DescriptionList } from "../ui/description-list.tsx";
import { useRefresh } from "./use-refresh.ts";

/** Where a parcel goes, once it is asked for: each look is recorded, so that the page does not look by itself. */
export function AddressCard({ id }: { id: ShippingId }) {
  const t = useTranslations("shippingDesk.detail");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const read = useMutation(trpc.fulfillment.readAddresses.mutationOptions({ onSettled: refresh }));
  const [parcel] = read.data?.parcels ?? [];
  return (
    <Card aria-label={t("address")} className="grid gap-3">
      <h2 className="font-bold text-xl">{t("address")}</h2>
      {parcel ? (
        <Address address={parcel.address} />
      ) : (
        <>
          <p className="text-muted">{t("addressLead")}</p>
          <Button
            look="secondary"
            className="justify-self-start"
            pending={read.isPending}
            onClick={() => read.mutate({ ids: [id], purpose: "look" })}
          >
            {!read.isPending && <Eye aria-hidden="true" />} {t("showAddress")}
          </Button>
        </>
      )}
      <ProblemAlert error={read.error} />
    </Card>
  );
}

interface AddressProps {
  address: {
    readonly recipient: string;
    readonly phone: string;
    readonly postcode: string;
    readonly address1: string;
    readonly address2?: string | undefined;
  } | null;
}

function Address({ address }: AddressProps) {
  const t = useTranslations("shippingDesk.detail");
  if (!address) return <p className="text-muted">{t("erased")}</p>;
  return (
    <DescriptionList
      items={[
        { term: t("recipient"), detail: address.recipient },
        { term: t("phone"), detail: formatPhone(address.phone) },
        { term: t("postcode"), detail: address.postcode },
        { term: t("address"), detail: [address.address1, address.address2].filter(Boolean).join(" ") },
      ]}
    />
  );
}

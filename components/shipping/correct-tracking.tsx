"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { shippingMachine } from "#server/shipping/machine.ts";
import { CARRIERS } from "#server/shipping/values.ts";
import { ProblemForm } from "../errors/problem-form.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Button, SubmitButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { toast } from "../ui/toast.ts";
import type { ShippingReport } from "./shipping-row.ts";
import { TrackingFields } from "./tracking-fields.tsx";
import { useRefresh } from "./use-refresh.ts";

/** Corrects carrier and tracking number of a parcel that has left; empty for any other. */
export function CorrectTracking({ parcel }: { parcel: ShippingReport }) {
  const t = useTranslations("shippingDesk.correct");
  const trpc = useTRPC();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const correct = useMutation(
    trpc.fulfillment.correctTracking.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        toast.success(t("done"));
      },
      onSettled: refresh,
    }),
  );
  const { id, status, carrier, trackingNumber } = parcel;
  if (trackingNumber === null || shippingMachine.isEnd(status)) return null;
  return (
    <>
      <Button look="secondary" onClick={() => setAsking(true)}>
        {t("open")}
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t("title")} description={t("body")}>
        <ProblemForm
          error={correct.error}
          onSubmit={(text) =>
            correct.mutate({
              ...{ id, trackingNumber: text("trackingNumber") ?? "" },
              carrier: CARRIERS.find((each) => each === text("carrier")) ?? CARRIERS[0],
            })
          }
        >
          <TrackingFields carrier={carrier} trackingNumber={trackingNumber} />
          <SubmitButton pending={correct.isPending}>{t("confirm")}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}

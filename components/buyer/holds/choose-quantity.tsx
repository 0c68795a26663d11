"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { QuantityPicker } from "../catalog/quantity-picker.tsx";
import type { ChoiceProps } from "./choice.ts";
import { keepWish, useWishedQuantity } from "./wished-quantity.ts";

interface ChooseQuantityProps extends ChoiceProps {
  priceKrw: number;
  remaining: number;
}

/** Chooses how many tickets of counted stock. */
export function ChooseQuantity(props: ChooseQuantityProps) {
  const { eventSessionId, maxPerUser, hold, asked, closed, notice, onTake, priceKrw, remaining } = props;
  const t = useTranslations("hold");
  const wished = useWishedQuantity(eventSessionId);
  const [chosen, setChosen] = useState<number>();
  const quantity = chosen ?? wished;
  const wanted = Math.min(quantity, Math.max(1, maxPerUser));
  const isTooMany = !asked && remaining > 0 && wanted > remaining;
  return (
    <>
      <Card>
        <QuantityPicker
          quantity={wanted}
          onChange={(next) => {
            hold.renew();
            keepWish(eventSessionId, next);
            setChosen(next);
          }}
          priceKrw={priceKrw}
          max={maxPerUser}
          remaining={remaining}
          disabled={asked}
        />
      </Card>
      {notice}
      {isTooMany && (
        <Alert tone="warning" title={t("tooMany.title", { remaining })} announce>
          {t("tooMany.body")}
        </Alert>
      )}
      <Button
        size="large"
        wide
        pending={asked}
        disabled={isTooMany || closed}
        onClick={() => onTake({ quantity: wanted })}
      >
        {t("take", { count: wanted })}
      </Button>
    </>
  );
}

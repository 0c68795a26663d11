import { useLocale, useTranslations } from "next-intl";
import { CARRIER_NAMES, CARRIERS } from "#server/shipping/values.ts";
import { Field, Input, Select } from "../ui/field.tsx";

interface TrackingFieldsProps {
  carrier?: string | null;
  trackingNumber?: string | null;
}

/** Who carries a parcel, and its number there. */
export function TrackingFields({ carrier, trackingNumber }: TrackingFieldsProps) {
  const t = useTranslations("shippingDesk.step");
  const language = useLocale();
  return (
    <>
      <Field label={t("carrier")} name="carrier">
        <Select defaultValue={carrier ?? CARRIERS[0]}>
          {CARRIERS.map((each) => (
            <option key={each} value={each}>
              {CARRIER_NAMES[each][language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("tracking")} name="trackingNumber">
        <Input autoComplete="off" spellCheck={false} defaultValue={trackingNumber ?? ""} />
      </Field>
    </>
  );
}

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "../ui/checkbox.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { Field, Input, Select, Textarea } from "../ui/field.tsx";
import { NumberStepper } from "../ui/number-stepper.tsx";

/** Fields at rest, filled in, refused and out of reach, and every way to choose. */
export function FormSamples() {
  const t = useTranslations("design");
  const [count, setCount] = useState(2);
  const [agreed, setAgreed] = useState(true);
  const [delivery, setDelivery] = useState<"mobile" | "paper">("mobile");
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Field label={t("email")} hint={t("emailHint")}>
        <Input type="email" />
      </Field>
      <Field label={t("email")} error={t("emailError")}>
        <Input type="email" defaultValue="buyer@" />
      </Field>
      <Field label={t("email")} disabled>
        <Input type="email" defaultValue="buyer@example.com" />
      </Field>
      <Field label={t("venue")}>
        <Select>
          <option>{t("heading")}</option>
        </Select>
      </Field>
      <Field label={t("note")}>
        <Textarea defaultValue={t("text")} />
      </Field>
      <div className="grid content-start justify-items-start gap-3">
        <NumberStepper value={count} onChange={setCount} min={1} max={4} label={t("quantity")} />
        <Checkbox checked={agreed} onChange={setAgreed}>
          {t("agree")}
        </Checkbox>
      </div>
      <ChoiceCards
        legend={t("delivery")}
        value={delivery}
        onChange={setDelivery}
        options={[
          { value: "mobile", label: t("mobile") },
          { value: "paper", label: t("paper"), hint: t("paperHint") },
        ]}
      />
    </div>
  );
}

"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "../../i18n/format.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { Field, Select } from "../../ui/field.tsx";
import type { Section } from "./seat.ts";

interface SectionChoiceProps {
  sections: readonly Omit<Section, "rows">[];
  current: string;
  onChange: (name: string) => void;
}

/** With more sections their cards would push the seats off the screen. */
const CARDS_MAX = 4;

/** The sections with their prices and how many seats are left of each. */
export function SectionChoice({ sections, current, onChange }: SectionChoiceProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  const priceOf = ({ prices: [lowest, highest] }: Omit<Section, "rows">) =>
    lowest === highest ? format.krw(lowest) : `${format.krw(lowest)} – ${format.krw(highest)}`;
  const hintOf = (section: Omit<Section, "rows">) =>
    t("sectionHint", { free: section.free, price: priceOf(section) });
  if (sections.length > CARDS_MAX)
    return (
      <Field label={t("sections")}>
        <Select value={current} onChange={(event) => onChange(event.currentTarget.value)}>
          {sections.map((section) => (
            <option key={section.name} value={section.name}>
              {section.name} · {hintOf(section)}
            </option>
          ))}
        </Select>
      </Field>
    );
  return (
    <ChoiceCards
      legend={t("sections")}
      value={current}
      onChange={onChange}
      options={sections.map((section) => ({
        value: section.name,
        label: section.name,
        hint: hintOf(section),
      }))}
    />
  );
}

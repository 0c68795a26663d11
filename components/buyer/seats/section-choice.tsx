"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "../../i18n/format.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import type { Section } from "./seat.ts";

interface SectionChoiceProps {
  sections: readonly Omit<Section, "rows">[];
  current: string;
  onChange: (name: string) => void;
}

/** The sections with their prices and how many seats are left of each. */
export function SectionChoice({ sections, current, onChange }: SectionChoiceProps) {
  const t = useTranslations("seats");
  const format = useFormat();
  const priceOf = ({ prices: [lowest, highest] }: Omit<Section, "rows">) =>
    lowest === highest ? format.krw(lowest) : `${format.krw(lowest)} – ${format.krw(highest)}`;
  return (
    <ChoiceCards
      legend={t("sections")}
      value={current}
      onChange={onChange}
      options={sections.map((section) => ({
        value: section.name,
        label: section.name,
        hint: t("sectionHint", { free: section.free, price: priceOf(section) }),
      }))}
    />
  );
}

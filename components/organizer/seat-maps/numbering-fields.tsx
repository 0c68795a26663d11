"use client";
import { useTranslations } from "next-intl";
import {
  LABEL_SCHEMES,
  type Labelling,
  type LabelScheme,
  NUMBER_SCHEMES,
  type Numbering,
  type NumberScheme,
  SIDES,
  type Side,
} from "./editing/numbering.ts";
import { ChoiceField, NumberField, type Values } from "./fields.tsx";

const START_MAX = 9999;

/** How the seats of rows are numbered. */
export function NumberingFields() {
  const t = useTranslations("seatMaps.numbering");
  return (
    <>
      <ChoiceField
        name="numbers"
        label={t("seats")}
        options={NUMBER_SCHEMES.map((value) => ({ value, label: t(`schemes.${value}`) }))}
        className="col-span-2"
      />
      <ChoiceField
        name="from"
        label={t("from")}
        options={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
      />
      <NumberField name="numberStart" label={t("start")} value={1} min={1} max={START_MAX} />
    </>
  );
}

/** How rows are labelled, from the nearest to the stage on. */
export function LabellingFields({ start = 1 }: { start?: number }) {
  const t = useTranslations("seatMaps.numbering");
  return (
    <>
      <ChoiceField
        name="labels"
        label={t("rows")}
        options={LABEL_SCHEMES.map((value) => ({ value, label: t(`labels.${value}`) }))}
      />
      <NumberField name="labelStart" label={t("rowStart")} value={start} min={1} max={START_MAX} />
    </>
  );
}

export const numberingIn = ({ text, number }: Values): Numbering => ({
  scheme: text("numbers") as NumberScheme,
  from: text("from") as Side,
  start: number("numberStart"),
});

export const labellingIn = ({ text, number }: Values): Labelling => ({
  scheme: text("labels") as LabelScheme,
  start: number("labelStart"),
});

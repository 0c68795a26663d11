"use client";
import { useTranslations } from "next-intl";
import { Field, Input } from "../../ui/field.tsx";
import { ALIGNMENTS, type Alignment, CURVE_MAX, ROW_DISTANCE_MIN, type Shape } from "./editing/block.ts";
import { ChoiceField, NumberField, type Values } from "./fields.tsx";

const ROW_DISTANCE_MAX = 20;

/** How rows stand behind each other, and where their aisles are. */
export function ShapeFields({ shape, aisles }: { shape: Shape; aisles: readonly number[] }) {
  const t = useTranslations("seatMaps.shape");
  return (
    <>
      <Field label={t("aisles")} name="aisles" hint={t("aislesHint")} className="col-span-2">
        <Input
          inputMode="numeric"
          pattern="[0-9 ,]*"
          autoComplete="off"
          placeholder={t("aislesExample")}
          defaultValue={aisles.join(" ")}
        />
      </Field>
      <NumberField name="curve" label={t("curve")} value={shape.curve} min={0} max={CURVE_MAX} />
      <NumberField name="angle" label={t("angle")} value={shape.angle} min={-180} max={180} />
      <NumberField
        name="rowDistance"
        label={t("rowDistance")}
        value={shape.rowDistance}
        min={ROW_DISTANCE_MIN}
        max={ROW_DISTANCE_MAX}
        step={0.01}
      />
      <ChoiceField
        name="align"
        label={t("align")}
        value={shape.align}
        options={ALIGNMENTS.map((value) => ({ value, label: t(`alignments.${value}`) }))}
      />
    </>
  );
}

export const shapeIn = ({ text, number }: Values): Shape => ({
  curve: number("curve"),
  angle: number("angle"),
  rowDistance: number("rowDistance"),
  align: text("align") as Alignment,
});

export const aislesIn = ({ text }: Values): number[] =>
  text("aisles")
    .split(/[ ,]+/)
    .filter((part) => part !== "")
    .map(Number);

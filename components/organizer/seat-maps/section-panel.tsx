"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PRICE_KRW_MAX } from "#server/platform/values/limits.ts";
import { lineOf } from "#server/platform/values/lines.ts";
import type { SeatMapSection } from "#server/seat-maps/contract.ts";
import { SECTION_COLORS } from "#server/seat-maps/plan.policy.ts";
import { SECTION_NAME_LENGTH_MAX, SECTIONS_MAX } from "#server/seat-maps/values.ts";
import { useFormat } from "../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { addSection, changeSection, removeSection } from "./editing/edits.ts";
import { seatsOfSection } from "./editing/selection.ts";
import { CommittedField, EditForm, NumberField, type Values } from "./fields.tsx";
import type { Editor } from "./use-editor.ts";

/** The sections of a map with what each is called, costs and looks like. */
export function SectionPanel({ editor }: { editor: Editor }) {
  const t = useTranslations("seatMaps.sections");
  const { sections, rows } = editor.draft;
  const seatsIn = new Map<string, number>();
  for (const { section, seats } of rows) seatsIn.set(section, (seatsIn.get(section) ?? 0) + seats.length);
  return (
    <div className="grid gap-4">
      {sections.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="grid gap-4">
        {sections.map((section) => (
          <SectionItem
            key={section.id}
            editor={editor}
            section={section}
            seats={seatsIn.get(section.id) ?? 0}
          />
        ))}
      </ul>
      {sections.length < SECTIONS_MAX && <NewSection editor={editor} />}
    </div>
  );
}

interface SectionItemProps {
  editor: Editor;
  section: SeatMapSection;
  seats: number;
}

function SectionItem({ editor, section, seats }: SectionItemProps) {
  const t = useTranslations("seatMaps.sections");
  const { id, name, color, price } = section;
  const change = (changes: Partial<SeatMapSection>, gesture?: string) =>
    editor.edit((draft) => ({ draft: changeSection(draft, id, changes) }), gesture);
  return (
    <li aria-label={name} className="grid gap-3 rounded-md border border-line p-3">
      <div className="grid grid-cols-[auto_1fr] items-start gap-3">
        <ColorField
          label={t("color")}
          color={color}
          onChange={(next) => change({ color: next }, `color ${id}`)}
        />
        <CommittedField
          label={t("name")}
          value={name}
          read={sectionNameIn}
          error={t("nameWrong")}
          maxLength={SECTION_NAME_LENGTH_MAX}
          onCommit={(next) => change({ name: next })}
        />
      </div>
      <CommittedField
        label={t("price")}
        value={String(price)}
        error={t("priceWrong")}
        read={priceIn}
        numeric
        onCommit={(next) => change({ price: next })}
      />
      <SectionActions editor={editor} section={section} seats={seats} />
    </li>
  );
}

function SectionActions({ editor, section: { id, name, price }, seats }: SectionItemProps) {
  const t = useTranslations("seatMaps.sections");
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="numerals text-muted text-sm">
        {t("seats", { count: seats })} · {format.krw(price)}
      </span>
      <div className="flex gap-1">
        <Button
          look="secondary"
          disabled={seats === 0}
          aria-label={t("chooseOf", { name })}
          onClick={() => editor.select((draft) => seatsOfSection(draft, id))}
        >
          {t("choose")}
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={t("removeOf", { name })}
          onClick={() => editor.edit((draft) => ({ draft: removeSection(draft, id) }))}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
    </div>
  );
}

interface ColorFieldProps {
  label: string;
  color: string;
  name?: string;
  onChange?: (color: string) => void;
}

function ColorField({ label, color, name, onChange }: ColorFieldProps) {
  return (
    <Field label={label} name={name}>
      <Input
        type="color"
        className="w-14 cursor-pointer p-1"
        {...(onChange
          ? { value: color, onValueChange: (next: string) => onChange(next.toLowerCase()) }
          : { defaultValue: color })}
      />
    </Field>
  );
}

function NewSection({ editor }: { editor: Editor }) {
  const t = useTranslations("seatMaps.sections");
  const count = editor.draft.sections.length;
  const color = SECTION_COLORS[count % SECTION_COLORS.length] ?? SECTION_COLORS[0];
  const [isWrong, setWrong] = useState(false);
  const add = ({ text, number }: Values) => {
    const name = sectionNameIn(text("name"));
    setWrong(name === undefined);
    if (name === undefined) return;
    const section = { name, color: text("color"), price: number("price") };
    editor.edit((draft) => ({ draft: addSection(draft, section).draft }));
  };
  return (
    // A section that was added makes another form, with the next colour and no name.
    <EditForm
      key={count}
      action={t("add")}
      className="rounded-md border border-line-strong border-dashed p-3"
      onSubmit={add}
    >
      <div className="col-span-2 grid grid-cols-[auto_1fr] items-start gap-3">
        <ColorField label={t("color")} name="color" color={color} />
        <Field label={t("newName")} name="name" error={isWrong ? t("nameWrong") : undefined}>
          <Input required maxLength={SECTION_NAME_LENGTH_MAX} autoComplete="off" placeholder={t("example")} />
        </Field>
      </div>
      <div className="col-span-2">
        <NumberField name="price" label={t("price")} value={0} min={0} max={PRICE_KRW_MAX} />
      </div>
    </EditForm>
  );
}

const sectionNameIn = (typed: string) => lineOf(typed, SECTION_NAME_LENGTH_MAX);

/** Whole KRW, with commas or without. */
function priceIn(typed: string): number | undefined {
  const price = Number(typed.trim().replaceAll(",", "") || Number.NaN);
  return Number.isSafeInteger(price) && price >= 0 && price <= PRICE_KRW_MAX ? price : undefined;
}

"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { SEAT_FLAGS } from "#server/seat-maps/values.ts";
import { Field, Select } from "../../ui/field.tsx";
import { type Row, type Seat, seatCountOf } from "./editing/draft.ts";
import { inOrder } from "./editing/edits.ts";
import type { Editor } from "./use-editor.ts";

/** More single seats than these are not looked for in a list. */
const SEATS_LISTED_MAX = 500;

/** Rows and seats as lists, which choose what the picture chooses: the way for a keyboard and a screen reader. */
export function ListPanel({ editor }: { editor: Editor }) {
  const t = useTranslations("seatMaps.rows");
  const { draft, selection } = editor;
  const [wanted, setWanted] = useState<string>();
  const [opened, setOpened] = useState<readonly number[]>([]);
  const section = draft.sections.find(({ id }) => id === wanted) ?? draft.sections[0];
  if (!section || draft.rows.length === 0) return <p className="text-muted">{t("none")}</p>;
  const rows = draft.rows.filter((row) => row.section === section.id);
  const isChosen = ({ key }: Seat) => selection.has(key);
  return (
    <div className="grid gap-4">
      <Field label={t("section")}>
        <Select value={section.id} onChange={(event) => setWanted(event.currentTarget.value)}>
          {draft.sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Choices
        label={t("rows")}
        hint={t("rowsHint")}
        value={rows.filter(({ seats }) => seats.every(isChosen)).map(({ key }) => key)}
        onChange={(keys) => {
          setOpened(keys);
          editor.select(
            new Set(
              rows
                .filter(({ key }) => keys.includes(key))
                .flatMap(({ seats }) => seats.map(({ key }) => key)),
            ),
          );
        }}
      >
        {rows.map(({ key, label, seats }) => (
          <option key={key} value={key}>
            {t("row", { label, count: seats.length })}
          </option>
        ))}
      </Choices>
      <SeatChoices editor={editor} rows={rows.filter(({ key }) => opened.includes(key))} />
    </div>
  );
}

/** The seats of the rows that were chosen in the list; they stay listed while some of them are let go of. */
function SeatChoices({ editor, rows }: { editor: Editor; rows: readonly Row[] }) {
  const t = useTranslations("seatMaps.rows");
  const tFlag = useTranslations("seatMaps.selection.flag");
  const count = seatCountOf({ rows });
  if (count === 0) return null;
  if (count > SEATS_LISTED_MAX) return <p className="text-muted text-sm">{t("tooMany")}</p>;
  const { selection } = editor;
  const nameOf = ({ number, flags = [] }: Seat) =>
    [number, ...SEAT_FLAGS.filter((flag) => flags.includes(flag)).map((flag) => tFlag(flag))].join(" · ");
  return (
    <Choices
      label={t("seats")}
      value={rows.flatMap(({ seats }) => seats.filter(({ key }) => selection.has(key)).map(({ key }) => key))}
      onChange={(keys) => editor.select(new Set(keys))}
    >
      {rows.flatMap(({ label, seats }) =>
        inOrder(seats).map((seat) => (
          <option key={seat.key} value={seat.key}>
            {t("seat", { label, number: nameOf(seat) })}
          </option>
        )),
      )}
    </Choices>
  );
}

interface ChoicesProps {
  label: string;
  hint?: string;
  value: readonly number[];
  onChange: (value: number[]) => void;
  children: ReactNode;
}

/** A native list from which several are chosen, because keyboards and screen readers handle it well. */
function Choices({ label, hint, value, onChange, children }: ChoicesProps) {
  return (
    <Field label={label} hint={hint}>
      <Select
        multiple
        size={8}
        className="numerals h-56 px-1"
        value={value.map(String)}
        onChange={(event) => {
          const { selectedOptions } = event.currentTarget as unknown as HTMLSelectElement;
          onChange([...selectedOptions].map((option) => Number(option.value)));
        }}
      >
        {children}
      </Select>
    </Field>
  );
}

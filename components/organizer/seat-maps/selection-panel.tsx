"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lineOf } from "#server/platform/values/lines.ts";
import { LABEL_LENGTH_MAX, SEAT_FLAGS } from "#server/seat-maps/values.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import type { Row, Seat } from "./editing/draft.ts";
import {
  flagSeats,
  orderRows,
  paintSeats,
  removeSeats,
  renameRows,
  renameSeat,
  rowsWith,
  seatsOf,
} from "./editing/edits.ts";
import { allSeats, wholeRows, wholeSections } from "./editing/selection.ts";
import { ChoiceField, CommittedField, EditForm } from "./fields.tsx";
import { Moving, Numbering, Shaping } from "./selection-forms.tsx";
import type { Editor } from "./use-editor.ts";

interface PanelProps {
  editor: Editor;
}

/** What can be done to the seats that are chosen. */
export function SelectionPanel({ editor }: PanelProps) {
  const t = useTranslations("seatMaps.selection");
  const { draft, selection } = editor;
  if (selection.size === 0)
    return (
      <div className="grid gap-3">
        <p className="text-muted">{t("none")}</p>
        <Choosing editor={editor} />
        <Button
          look="secondary"
          className="justify-self-start"
          disabled={draft.rows.length < 2}
          onClick={() => editor.edit((now) => ({ draft: orderRows(now) }))}
        >
          {t("order")}
        </Button>
      </div>
    );
  const seats = seatsOf(draft, selection);
  const rows = rowsWith(draft, selection);
  return (
    <div className="grid gap-3">
      <p className="numerals font-bold text-lg">{t("chosen", { seats: seats.length, rows: rows.length })}</p>
      <Choosing editor={editor} />
      <Paint editor={editor} rows={rows} />
      <Flags editor={editor} seats={seats} />
      <Names editor={editor} seats={seats} rows={rows} />
      <Moving editor={editor} />
      <Numbering editor={editor} />
      <Shaping editor={editor} rows={rows} />
      <Button
        look="danger"
        className="justify-self-start"
        onClick={() => editor.edit((now, keys) => ({ draft: removeSeats(now, keys) }))}
      >
        <Trash2 aria-hidden="true" /> {t("remove")}
      </Button>
    </div>
  );
}

/** Chooses more seats, or none. */
function Choosing({ editor }: PanelProps) {
  const t = useTranslations("seatMaps.selection");
  const { draft, selection } = editor;
  const isNone = selection.size === 0;
  const choice = (label: string, choose: Parameters<Editor["select"]>[0], disabled: boolean): ReactNode => (
    <Button look="secondary" disabled={disabled} onClick={() => editor.select(choose)}>
      {label}
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {choice(t("rows"), wholeRows, isNone)}
      {choice(t("sections"), wholeSections, isNone)}
      {choice(t("all"), allSeats, draft.rows.length === 0)}
      {choice(t("clear"), new Set<number>(), isNone)}
    </div>
  );
}

function Paint({ editor, rows }: PanelProps & { rows: readonly Row[] }) {
  const t = useTranslations("seatMaps.selection");
  const current = new Set(rows.map(({ section }) => section));
  const [only] = current.size === 1 ? current : [];
  return (
    <EditForm
      action={t("paint")}
      onSubmit={({ text }) => editor.edit((now, keys) => ({ draft: paintSeats(now, keys, text("section")) }))}
    >
      <ChoiceField
        name="section"
        label={t("section")}
        {...(only !== undefined && { value: only })}
        options={editor.draft.sections.map(({ id, name }) => ({ value: id, label: name }))}
        className="col-span-2"
      />
    </EditForm>
  );
}

function Flags({ editor, seats }: PanelProps & { seats: readonly Seat[] }) {
  const t = useTranslations("seatMaps.selection");
  return (
    <fieldset className="grid">
      <legend className="font-semibold text-[0.9375rem]">{t("flags")}</legend>
      {SEAT_FLAGS.map((flag) => (
        <Checkbox
          key={flag}
          checked={seats.every(({ flags }) => flags?.includes(flag))}
          onChange={(isOn) => editor.edit((now, keys) => ({ draft: flagSeats(now, keys, flag, isOn) }))}
        >
          {t(`flag.${flag}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** The number of a single seat, and the label of a single row. */
function Names({ editor, seats, rows }: PanelProps & { seats: readonly Seat[]; rows: readonly Row[] }) {
  const t = useTranslations("seatMaps.selection");
  const [row] = rows;
  const [seat] = seats;
  return (
    <div className="grid grid-cols-2 items-start gap-3 empty:hidden">
      {row && rows.length === 1 && (
        <CommittedField
          key={row.key}
          label={t("rowLabel")}
          value={row.label}
          read={labelIn}
          error={t("labelWrong")}
          maxLength={LABEL_LENGTH_MAX}
          onCommit={(label) =>
            editor.edit((now) => ({ draft: renameRows(now, new Map([[row.key, label]])) }))
          }
        />
      )}
      {seat && seats.length === 1 && (
        <CommittedField
          key={seat.key}
          label={t("seatNumber")}
          value={seat.number}
          read={labelIn}
          error={t("labelWrong")}
          maxLength={LABEL_LENGTH_MAX}
          onCommit={(number) => editor.edit((now) => ({ draft: renameSeat(now, seat.key, number) }))}
        />
      )}
    </div>
  );
}

const labelIn = (typed: string) => lineOf(typed, LABEL_LENGTH_MAX);

"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SEATS_MAX } from "#server/seats/values.ts";
import { Field, Select } from "../../ui/field.tsx";
import {
  BLOCK_ROWS_MAX,
  BLOCK_SEATS_MAX,
  type Block,
  ROW_DISTANCE,
  rowsOfBlock,
  type Shape,
} from "./editing/block.ts";
import { boundsOf, type Draft, rounded, seatCountOf } from "./editing/draft.ts";
import { addBlock } from "./editing/edits.ts";
import { startAfter } from "./editing/numbering.ts";
import { EditForm, NumberField, type Values } from "./fields.tsx";
import { LabellingFields, labellingIn, NumberingFields, numberingIn } from "./numbering-fields.tsx";
import { aislesIn, ShapeFields, shapeIn } from "./shape-fields.tsx";
import type { Editor } from "./use-editor.ts";

const STRAIGHT: Shape = { curve: 0, angle: 0, rowDistance: ROW_DISTANCE, align: "columns" };
/** Seat widths between a new block and what is before it. */
const BLOCK_DISTANCE = 3;

interface BlockPanelProps {
  editor: Editor;
  /** Told once the seats of a block are there and chosen. */
  onAdded: () => void;
}

/** Adds rows of seats behind each other. They are edited as all others from then on. */
export function BlockPanel({ editor, onAdded }: BlockPanelProps) {
  const t = useTranslations("seatMaps.block");
  const { draft } = editor;
  const [chosen, setChosen] = useState<string>();
  const section = draft.sections.find(({ id }) => id === chosen) ?? draft.sections.at(-1);
  if (!section) return <p className="text-muted">{t("sectionFirst")}</p>;
  const labels = draft.rows.filter((row) => row.section === section.id).map(({ label }) => label);
  const at = placeOfNext(draft);
  const add = (values: Values) => {
    const block = blockIn(draft, values, section.id);
    editor.edit((now) => {
      const { draft, added } = addBlock(now, block);
      return { draft, selection: added };
    });
    onAdded();
  };
  return (
    <EditForm action={t("add")} look="primary" onSubmit={add}>
      <p className="col-span-2 text-muted text-sm">{t("lead")}</p>
      <Field label={t("section")} className="col-span-2">
        <Select value={section.id} onChange={(event) => setChosen(event.currentTarget.value)}>
          {draft.sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <NumberField name="rows" label={t("rows")} value={10} min={1} max={BLOCK_ROWS_MAX} />
      <NumberField
        name="seats"
        label={t("seats")}
        value={20}
        min={1}
        max={Math.max(1, Math.min(BLOCK_SEATS_MAX, SEATS_MAX - seatCountOf(draft)))}
      />
      <LabellingFields start={startAfter(labels, "numbers")} />
      <NumberingFields />
      <ShapeFields shape={STRAIGHT} aisles={[]} />
      <NumberField name="x" label={t("x")} value={at.x} {...PLACES} />
      <NumberField name="front" label={t("front")} value={at.front} {...PLACES} />
    </EditForm>
  );
}

/** In seat widths, as people think of a hall, whatever the unit of its coordinates is. */
const PLACES = { min: -10_000, max: 10_000, step: 0.01 };

/** Where a block is proposed: behind all others, in the middle of them. */
function placeOfNext({ rows, seatWidth }: Draft): { readonly x: number; readonly front: number } {
  const bounds = boundsOf(rows.flatMap(({ seats }) => seats));
  if (!bounds) return { x: 0, front: 0 };
  return {
    x: rounded((bounds.left + bounds.right) / 2 / seatWidth),
    front: rounded(bounds.bottom / seatWidth + BLOCK_DISTANCE),
  };
}

/** The form says how far from the stage a block begins; the block itself is told by its middle. */
function blockIn({ seatWidth }: Draft, values: Values, section: string): Block {
  const { number } = values;
  const block = {
    ...{ section, rows: number("rows"), seats: number("seats") },
    ...{ labelling: labellingIn(values), numbering: numberingIn(values) },
    ...{ aisles: aislesIn(values), shape: shapeIn(values) },
  };
  const bounds = boundsOf(rowsOfBlock(block).flatMap(({ seats }) => seats));
  const at = { x: number("x") * seatWidth, y: (number("front") - (bounds?.top ?? 0)) * seatWidth };
  return { ...block, at };
}

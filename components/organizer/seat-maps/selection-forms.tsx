"use client";
import { useTranslations } from "next-intl";
import { aislesOf, shapeOf } from "./editing/block.ts";
import type { Row } from "./editing/draft.ts";
import { inOrder, labelRows, moveSeats, numberSeats, shapeRows, turnSeats } from "./editing/edits.ts";
import { wholeRows } from "./editing/selection.ts";
import { Disclosure, EditForm, NumberField, type Values } from "./fields.tsx";
import { LabellingFields, labellingIn, NumberingFields, numberingIn } from "./numbering-fields.tsx";
import { aislesIn, ShapeFields, shapeIn } from "./shape-fields.tsx";
import type { Editor } from "./use-editor.ts";

interface FormProps {
  editor: Editor;
}

const DISTANCES = { min: -10_000, max: 10_000, step: 0.01 };

/** Moves and turns the chosen seats. */
export function Moving({ editor }: FormProps) {
  const t = useTranslations("seatMaps.selection");
  return (
    <Disclosure title={t("moving")}>
      <div className="grid gap-4">
        <EditForm
          action={t("move")}
          onSubmit={({ number }) =>
            editor.edit((now, keys) => {
              const by = { x: number("right") * now.seatWidth, y: number("back") * now.seatWidth };
              return { draft: moveSeats(now, keys, by) };
            })
          }
        >
          <NumberField name="right" label={t("right")} value={0} {...DISTANCES} />
          <NumberField name="back" label={t("back")} value={0} {...DISTANCES} />
        </EditForm>
        <EditForm
          action={t("turn")}
          onSubmit={({ number }) =>
            editor.edit((now, keys) => ({ draft: turnSeats(now, keys, number("degrees")) }))
          }
        >
          <NumberField name="degrees" label={t("degrees")} value={15} min={-360} max={360} />
        </EditForm>
      </div>
    </Disclosure>
  );
}

/** Numbers the chosen seats, and labels their rows. */
export function Numbering({ editor }: FormProps) {
  const t = useTranslations("seatMaps.selection");
  return (
    <Disclosure title={t("numbering")}>
      <div className="grid gap-4">
        <EditForm
          action={t("number")}
          onSubmit={(values) =>
            editor.edit((now, keys) => ({ draft: numberSeats(now, keys, numberingIn(values)) }))
          }
        >
          <NumberingFields />
        </EditForm>
        <EditForm
          action={t("label")}
          onSubmit={(values) =>
            editor.edit((now, keys) => ({ draft: labelRows(now, keys, labellingIn(values)) }))
          }
        >
          <LabellingFields />
        </EditForm>
      </div>
    </Disclosure>
  );
}

export function Shaping(props: FormProps & { rows: readonly Row[] }) {
  const t = useTranslations("seatMaps.selection");
  return (
    <Disclosure title={t("shaping")}>
      <ShapeForm {...props} />
    </Disclosure>
  );
}

/** The shape of the chosen rows, whose other seats take part in it: a row stands as a whole. */
function ShapeForm({ editor, rows }: FormProps & { rows: readonly Row[] }) {
  const t = useTranslations("seatMaps.selection");
  const seats = rows.map((row) => inOrder(row.seats));
  const aisles = aislesOf(seats[0]?.map(({ position }) => position) ?? []);
  const apply = (values: Values) => {
    const given = aislesIn(values);
    // The form shows the aisles of the first row; left as they are, each row keeps its own.
    const isSame = given.join() === aisles.join();
    editor.edit((now, keys) => {
      const draft = shapeRows(now, keys, shapeIn(values), isSame ? undefined : given);
      return { draft, selection: wholeRows(draft, keys) };
    });
  };
  return (
    <EditForm action={t("shape")} onSubmit={apply}>
      <p className="col-span-2 text-muted text-sm">{t("shapingHint")}</p>
      <ShapeFields shape={shapeOf(seats, editor.draft.seatWidth)} aisles={aisles} />
    </EditForm>
  );
}

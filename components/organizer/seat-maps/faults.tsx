"use client";
import { useTranslations } from "next-intl";
import type { PlanFault } from "#server/seat-maps/plan.policy.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import type { Draft, Keys } from "./editing/draft.ts";
import { seatsOfRow, seatsOfSection } from "./editing/selection.ts";
import type { Editor } from "./use-editor.ts";

const SHOWN = 5;

/** What has to be mended before the map can be saved, each with a button that chooses its seats. */
export function Faults({ editor }: { editor: Editor }) {
  const t = useTranslations("seatMaps.faults");
  const tCodes = useTranslations("seatMaps.mistakes.codes");
  const { faults, draft } = editor;
  if (faults.length === 0) return null;
  const shown = faults.slice(0, SHOWN);
  return (
    <Alert tone="info" title={t("title", { count: faults.length })} announce>
      <ul className="grid gap-1">
        {shown.map((fault) => {
          const seats = seatsOf(draft, fault);
          return (
            <li key={JSON.stringify(fault)} className="flex flex-wrap items-center gap-x-3">
              <span>
                {tCodes(fault.code)} <span className="font-semibold">{nameOf(draft, fault)}</span>
              </span>
              {seats.size > 0 && (
                <Button look="quiet" onClick={() => editor.select(seats)}>
                  {t("choose")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {faults.length > SHOWN && <p>{t("more", { count: faults.length - SHOWN })}</p>}
    </Alert>
  );
}

/** What a fault is about, as the map calls it. */
function nameOf({ sections, rows }: Draft, { section, row, found }: PlanFault): string {
  const name = (id: string | undefined) => sections.find((each) => each.id === id)?.name ?? "";
  const at = row === undefined ? undefined : rows[row];
  if (at)
    return [name(at.section), at.label, found]
      .filter((part, index, all) => all.indexOf(part) === index)
      .join(" · ");
  return section === undefined ? found : (sections[section]?.name ?? found);
}

function seatsOf(draft: Draft, { section, row, seat }: PlanFault): Keys {
  const at = row === undefined ? undefined : draft.rows[row];
  const one = seat === undefined ? undefined : at?.seats[seat];
  if (one) return new Set([one.key]);
  if (at) return seatsOfRow(draft, at.key);
  const id = section === undefined ? undefined : draft.sections[section]?.id;
  return id === undefined ? new Set() : seatsOfSection(draft, id);
}

"use client";
import { List, Map as MapIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "../../ui/class-names.ts";
import type { SeatViewMode } from "./use-seat-view.ts";

interface ViewSwitchProps {
  current: SeatViewMode;
  onChange: (view: SeatViewMode) => void;
}

/** Map or list: the first thing that a keyboard or a screen reader comes to. */
export function ViewSwitch({ current, onChange }: ViewSwitchProps) {
  const t = useTranslations("seats.view");
  return (
    <fieldset className="inline-flex items-center rounded-sm border border-line-strong bg-surface">
      <legend className="sr-only">{t("title")}</legend>
      {(
        [
          ["map", MapIcon],
          ["list", List],
        ] as const
      ).map(([view, Icon]) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === current}
          onClick={() => onChange(view)}
          className={classNames(
            "inline-flex min-h-touch cursor-pointer items-center gap-1.5 rounded-sm px-3.5 text-sm",
            view === current ? "bg-neutral-bg font-bold text-ink" : "text-muted hover:text-ink",
          )}
        >
          <Icon aria-hidden className="size-4" />
          {t(view)}
        </button>
      ))}
    </fieldset>
  );
}

"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Wanted } from "./wanted.ts";

interface FindFormProps {
  wanted: Wanted;
  places: readonly string[];
  isReading: boolean;
  onWant: (wanted: Wanted) => void;
}

/** How long after the last letter the list follows. */
const PAUSE_MS = 150;

const control =
  "min-h-touch rounded-sm border border-line-strong bg-surface px-3 text-[0.9375rem] text-ink placeholder:text-muted";

/** Asks for what a form says, a moment after it was changed. */
function useFollowing({ wanted, onWant }: Pick<FindFormProps, "wanted" | "onWant">) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const go = (form: HTMLFormElement) => {
    const text = (name: string) => String(new FormData(form).get(name) ?? "").trim() || undefined;
    const from = text("from");
    const until = from === wanted.from ? wanted.until : from;
    onWant({ section: wanted.section, q: text("q"), place: text("place"), from, until });
  };
  return (form: HTMLFormElement, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(go, afterMs, form);
  };
}

/**
 * Search, area and day. The list follows as one types, and everything is in the address. Before the page runs in the browser
 * it is a form as any other, which goes to the same address.
 */
export function FindForm({ wanted, places, isReading, onWant }: FindFormProps) {
  const t = useTranslations("home.find");
  const follow = useFollowing({ wanted, onWant });
  return (
    <search aria-label={t("label")}>
      <form
        aria-busy={isReading}
        action="/"
        onInput={(event) =>
          follow(event.currentTarget, event.target instanceof HTMLSelectElement ? 0 : PAUSE_MS)
        }
        onSubmit={(event) => {
          event.preventDefault();
          follow(event.currentTarget, 0);
        }}
        className="grid grid-cols-2 gap-2 sm:grid-cols-[1fr_auto_auto_auto]"
      >
        <input
          type="search"
          name="q"
          defaultValue={wanted.q}
          maxLength={120}
          placeholder={t("hint")}
          aria-label={t("search")}
          autoComplete="off"
          className={`${control} max-sm:col-span-2`}
        />
        <select
          name="place"
          defaultValue={wanted.place ?? ""}
          aria-label={t("place")}
          className={`${control} min-w-0 cursor-pointer`}
        >
          <option value="">{t("anyPlace")}</option>
          {places.map((place) => (
            <option key={place}>{place}</option>
          ))}
        </select>
        <input
          type="date"
          name="from"
          defaultValue={wanted.from}
          aria-label={t("date")}
          className={`${control} min-w-0`}
        />
        <SubmitFind label={t("submit")} />
      </form>
    </search>
  );
}

function SubmitFind({ label }: { label: string }) {
  return (
    <button
      type="submit"
      aria-label={label}
      className="inline-flex size-touch cursor-pointer items-center justify-center rounded-sm border border-line-strong bg-surface hover:border-ink max-sm:hidden"
    >
      <Search aria-hidden="true" className="size-5" />
    </button>
  );
}

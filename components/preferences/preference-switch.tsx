"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { classNames } from "../ui/class-names.ts";
import { keepPreference } from "./cookie.ts";

interface PreferenceSwitchProps<Value extends string> {
  legend: string;
  /** Name of the cookie that keeps the choice. */
  cookie: string;
  options: readonly { value: Value; label: ReactNode; lang?: string }[];
  current: Value;
  /** Keeps the choice elsewhere too. */
  onChoose?: (value: Value) => void;
}

/**
 * A row of buttons of which one is pressed. The cookie is written here and not by a server action: Next refuses those
 * behind a proxy that rewrites `Host`, and from pages that were open during a deployment.
 */
export function PreferenceSwitch<Value extends string>({
  legend,
  cookie,
  options,
  current,
  onChoose,
}: PreferenceSwitchProps<Value>) {
  const router = useRouter();
  const [drawing, startDrawing] = useTransition();
  const choose = (value: Value) => {
    keepPreference(cookie, value);
    onChoose?.(value);
    startDrawing(() => router.refresh());
  };
  return (
    <fieldset
      aria-busy={drawing}
      className="inline-flex items-center rounded-sm border border-line bg-surface"
    >
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          aria-pressed={option.value === current}
          onClick={() => choose(option.value)}
          className={classNames(
            "min-h-touch cursor-pointer rounded-sm px-3.5 text-sm",
            option.value === current ? "bg-neutral-bg font-bold text-ink" : "text-muted hover:text-ink",
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}

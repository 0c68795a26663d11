"use client";
import { useSyncExternalStore } from "react";
import { keepPreference } from "./cookie.ts";
import { asTheme, type Theme, themeCookie } from "./theme.ts";

/**
 * How the page looks: each switch of it shows the same, wherever it was chosen.
 * @param drawn - what the server drew the page with
 */
export const useTheme = (drawn: Theme): Theme => useSyncExternalStore(watchChosenTheme, shown, () => drawn);

/** Changes how the page looks at once, and keeps it for the pages that the server draws next. */
export function chooseTheme(theme: Theme): void {
  keepPreference(themeCookie, theme);
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
}

/** Calls back when the reader chooses another theme. @returns what ends it */
export function watchChosenTheme(onChange: () => void): () => void {
  const chosen = new MutationObserver(onChange);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => chosen.disconnect();
}

const shown = () => asTheme(document.documentElement.dataset.theme);

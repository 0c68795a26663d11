import { watchChosenTheme } from "../preferences/use-theme.ts";

/** The colours of the page and its letters, as a canvas takes them. */
export interface Theme {
  readonly surface: string;
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly primary: string;
  readonly onPrimary: string;
  readonly font: string;
}

/**
 * The theme where an element stands. A custom property itself says `light-dark(…)`, so each colour is asked of an element
 * that has it.
 */
export function themeAt(element: HTMLElement): Theme {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.parentElement?.append(probe);
  const color = (role: string) => {
    probe.style.color = `var(--${role})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    surface: color("surface"),
    sunken: color("sunken"),
    ink: color("ink"),
    muted: color("muted"),
    line: color("line"),
    lineStrong: color("line-strong"),
    primary: color("primary"),
    onPrimary: color("on-primary"),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return theme;
}

/** Calls back when the system or the reader changes to another theme. @returns what ends it */
export function watchTheme(onChange: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const endChosen = watchChosenTheme(onChange);
  system.addEventListener("change", onChange);
  return () => {
    system.removeEventListener("change", onChange);
    endChosen();
  };
}

/** Black or white, whichever is read better on a colour such as `#1f77b4`. */
export function inkOn(color: string): string {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  // Above this luminance black has the higher contrast.
  return luminance > 0.179 ? "#000000" : "#ffffff";
}

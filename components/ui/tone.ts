/** How something reads at a glance. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** Foreground, background and border of each tone; every pair passes WCAG AA in both themes. */
export const toneStyles: Record<Tone, string> = {
  neutral: "border-neutral-line bg-neutral-bg text-neutral-fg",
  info: "border-info-line bg-info-bg text-info-fg",
  success: "border-success-line bg-success-bg text-success-fg",
  warning: "border-warning-line bg-warning-bg text-warning-fg",
  danger: "border-danger-line bg-danger-bg text-danger-fg",
};

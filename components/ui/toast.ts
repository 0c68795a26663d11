import type { toast as sonner } from "sonner";

type Kind = "success" | "info" | "error";

let sayReady = (_: typeof sonner): void => {};
const ready = new Promise<typeof sonner>((resolve) => {
  sayReady = resolve;
});

/** How long a toast is shown, and how long one waits for the page after its own. */
export const TOAST_MS = 6000;
const LOAD_MS = 60_000;

interface Said {
  readonly kind: Kind;
  readonly text: string;
  readonly atMs: number;
}

const said: Said[] = [];

/** In the tab, for the next page. */
const KEY = "toasts";

/** Called where an act leads to another page: what it says is read there, as after a form was saved. */
export function keepForNextPage(): void {
  const fresh = said.filter(({ atMs }) => Date.now() - atMs < TOAST_MS);
  if (fresh.length > 0) sessionStorage.setItem(KEY, JSON.stringify(fresh));
}

function takeFromLastPage(): Said[] {
  const kept: Said[] = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  sessionStorage.removeItem(KEY);
  return kept.filter(({ atMs }) => Date.now() - atMs < LOAD_MS);
}

/** Hands over sonner once it listens: it forgets the toasts that come before. */
export function toasterIsReady(toast: typeof sonner): void {
  for (const { kind, text } of takeFromLastPage()) toast[kind](text);
  sayReady(toast);
}

const show = (kind: Kind) => (text: string) => {
  said.push({ kind, text, atMs: Date.now() });
  void ready.then((toast) => toast[kind](text));
};

/** Shows a short message that needs no answer. Sonner is loaded after the page's first view, and a toast waits for it. */
export const toast = { success: show("success"), info: show("info"), error: show("error") } as const;

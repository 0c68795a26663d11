import type { toast as sonner } from "sonner";

type Kind = "success" | "info" | "error";

let sayReady = (_: typeof sonner): void => {};
const ready = new Promise<typeof sonner>((resolve) => {
  sayReady = resolve;
});

/** Hands over sonner once it listens: it forgets the toasts that come before. */
export const toasterIsReady = (toast: typeof sonner): void => sayReady(toast);

const show = (kind: Kind) => (text: string) => {
  void ready.then((toast) => toast[kind](text));
};

/** Shows a short message that needs no answer. Sonner is loaded after the page's first view, and a toast waits for it. */
export const toast = { success: show("success"), info: show("info"), error: show("error") } as const;

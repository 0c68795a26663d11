type Kind = "success" | "info" | "error";

let sayReady = (): void => {};
const isReady = new Promise<void>((resolve) => {
  sayReady = resolve;
});

/** Says that toasts can be shown: sonner forgets those that come before it is on the page. */
export const toasterIsReady = (): void => sayReady();

const show = (kind: Kind) => (text: string) => {
  void Promise.all([import("sonner"), isReady]).then(([{ toast }]) => toast[kind](text));
};

/** Shows a short message that needs no answer. Sonner is loaded after the page's first view, and a toast waits for it. */
export const toast = { success: show("success"), info: show("info"), error: show("error") } as const;

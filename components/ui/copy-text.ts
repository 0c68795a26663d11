/** Puts a text on the clipboard. Throws where the browser does not let it. */
export async function copyText(text: string): Promise<void> {
  // Only in secure contexts: a shop that is opened over plain http in a local network has none.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) return clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  // The field is fixed in view, because selecting it elsewhere would scroll the page.
  field.style.cssText = "position:fixed;top:0;opacity:0";
  field.setAttribute("aria-hidden", "true");
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!copied) throw new Error("the browser copied nothing");
}

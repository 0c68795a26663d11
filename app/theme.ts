import { cookies, headers } from "next/headers";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";

/**
 * The reader's choice. A page that is drawn to be kept is asked for without cookies and with the choice in a header
 * (docs/decisions/063-kept-pages.md).
 */
export async function chosenTheme() {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
  return asTheme(cookieStore.get(themeCookie)?.value ?? headerStore.get("x-theme"));
}

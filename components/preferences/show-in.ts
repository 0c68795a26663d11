import { type Locale, localeCookie } from "../i18n/locale.ts";
import { keepPreference } from "./cookie.ts";

/**
 * Has the page come again in a language, and those after it. The cookie is written here and not by a server action: Next
 * refuses those behind a proxy that rewrites `Host`, and from pages that were open during a deployment.
 */
export function showIn(language: Locale): void {
  keepPreference(localeCookie, language);
  location.reload();
}

import { cookies, headers } from "next/headers";
import type { Messages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import { localeCookie, negotiateLocale, timeZone } from "./locale.ts";

export default getRequestConfig(async () => {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
  const locale = negotiateLocale(cookieStore.get(localeCookie)?.value, headerStore.get("accept-language"));
  // The type of `en` guarantees the same keys; next-intl's Messages type has the Korean texts as literals.
  const messages = (locale === "en" ? en : ko) as Messages;
  return { locale, messages, timeZone };
});

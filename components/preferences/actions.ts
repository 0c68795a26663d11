"use server";
import { cookies } from "next/headers";
import { localeCookie, negotiateLocale } from "../i18n/locale.ts";
import { asTheme, themeCookie } from "./theme.ts";

const oneYear = { maxAge: 365 * 24 * 3600, path: "/", sameSite: "lax" } as const;

export async function chooseLocale(form: FormData): Promise<void> {
  const wanted = form.get("locale");
  const locale = negotiateLocale(typeof wanted === "string" ? wanted : undefined, null);
  (await cookies()).set(localeCookie, locale, oneYear);
}

export async function chooseTheme(form: FormData): Promise<void> {
  (await cookies()).set(themeCookie, asTheme(form.get("theme")), oneYear);
}

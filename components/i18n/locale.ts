export const locales = ["ko", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "ko";
export const localeCookie = "locale";
/** Every time of the shop is read in it. */
export const timeZone = "Asia/Seoul";

const isLocale = (value: string | undefined): value is Locale => locales.some((locale) => locale === value);

/**
 * The language to answer in: the reader's own choice, else the browser's best match, else Korean.
 * @param acceptLanguage - the request's Accept-Language header, such as `en-GB,en;q=0.9,ko;q=0.8`
 */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().split(";");
      const weight = params.find((param) => param.trim().startsWith("q="))?.split("=")[1];
      return { language: tag.toLowerCase().split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return defaultLocale;
}

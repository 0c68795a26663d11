import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { AlertKind } from "#server/alerts/contract.ts";
import { en } from "../../i18n/en.ts";
import { ko } from "../../i18n/ko.ts";
import { valuesOf } from "./use-alert-text.ts";

it.each([
  { locale: "ko" as const, messages: ko },
  { locale: "en" as const, messages: en as typeof ko },
])("has every value that a text of an alert names ($locale)", ({ locale, messages }) => {
  const t = createTranslator({
    locale,
    messages,
    namespace: "alert.kinds",
    onError: (error) => {
      throw error;
    },
  });
  const values = { ...valuesOf({ subject: "a subject", detail: {} }, String), destination: "Coupang" };
  for (const kind of AlertKind.options)
    for (const part of ["title", "body"] as const) expect(t(`${kind}.${part}`, values)).not.toBe("");
});

"use client";
import { useTranslations } from "next-intl";
import { TITLE_LENGTH_MAX, VENUE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import { Field, Input } from "../../ui/field.tsx";

/** The name and the venue of a map. */
export function NameFields({ from }: { from?: { readonly name: string; readonly venue: string } }) {
  const t = useTranslations("seatMaps");
  return (
    <>
      <Field label={t("name")} name="name" hint={t("nameHint")}>
        <Input maxLength={TITLE_LENGTH_MAX} autoComplete="off" defaultValue={from?.name} />
      </Field>
      <Field label={t("venue")} name="venue">
        <Input maxLength={VENUE_LENGTH_MAX} autoComplete="off" defaultValue={from?.venue} />
      </Field>
    </>
  );
}

"use client";
import { useTranslations } from "next-intl";
import type { EventView } from "#server/catalog/contract.ts";
import { DESCRIPTION_LENGTH_MAX } from "#server/catalog/values.ts";
import { TITLE_LENGTH_MAX, VENUE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import type { TextOf } from "../errors/problem-form.tsx";
import { Field, Input, Textarea } from "../ui/field.tsx";

type EventText = Pick<EventView, "title" | "venue" | "description">;

/** The fields of what an event says. */
export function EventFields({ from }: { from?: EventText | undefined }) {
  const t = useTranslations("organizer.form");
  return (
    <>
      <Field label={t("name")} name="title">
        <Input maxLength={TITLE_LENGTH_MAX} defaultValue={from?.title} />
      </Field>
      <Field label={t("venue")} name="venue">
        <Input maxLength={VENUE_LENGTH_MAX} defaultValue={from?.venue} />
      </Field>
      <Field label={t("description")} name="description">
        <Textarea maxLength={DESCRIPTION_LENGTH_MAX} defaultValue={from?.description} />
      </Field>
    </>
  );
}

export const eventTextIn = (text: TextOf): EventText => ({
  title: text("title") ?? "",
  venue: text("venue") ?? "",
  description: text("description") ?? "",
});

"use client";
import { useTranslations } from "next-intl";
import type { EventView } from "#server/catalog/contract.ts";
import { DESCRIPTION_LENGTH_MAX } from "#server/catalog/values.ts";
import { TITLE_LENGTH_MAX, VENUE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import type { TextOf } from "../errors/problem-form.tsx";
import { Field, Input, Textarea } from "../ui/field.tsx";

type EventText = Pick<EventView, "title" | "venue" | "description" | "runningMinutes" | "ageRating">;

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
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label={t("runningMinutes")} name="runningMinutes" hint={t("runningMinutesHint")}>
          <Input type="number" inputMode="numeric" defaultValue={from?.runningMinutes ?? undefined} />
        </Field>
        <Field label={t("ageRating")} name="ageRating" hint={t("ageRatingHint")}>
          <Input type="number" inputMode="numeric" defaultValue={from?.ageRating ?? undefined} />
        </Field>
      </div>
    </>
  );
}

/** Null where the field is empty. */
const numberOrNull = (text: string | undefined) => (text === undefined ? null : Number(text));

export const eventTextIn = (text: TextOf): EventText => ({
  title: text("title") ?? "",
  venue: text("venue") ?? "",
  description: text("description") ?? "",
  runningMinutes: numberOrNull(text("runningMinutes")),
  ageRating: numberOrNull(text("ageRating")),
});

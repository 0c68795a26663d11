"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { serverNow } from "../clock/offset.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPCClient } from "../trpc/client.ts";
import { SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Field, Input, Textarea } from "../ui/field.tsx";
import { PageHeader } from "../ui/page-header.tsx";

/** A seller's event with its first event session: on sale from now until it begins. */
export function NewEvent() {
  const t = useTranslations("catalog.newEvent");
  const { create, submit } = useCreate();
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card>
        <form noValidate onSubmit={submit} className="grid gap-5">
          <ProblemAlert error={create.error} />
          <Field label={t("name")} name="title">
            <Input maxLength={200} />
          </Field>
          <Field label={t("venue")} name="venue">
            <Input maxLength={200} />
          </Field>
          <Field label={t("description")} name="description">
            <Textarea />
          </Field>
          <Field label={t("startsAt")} name="startsAt" hint={t("startsAtHint")}>
            <Input type="datetime-local" />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={t("price")} name="price">
              <Input type="number" inputMode="numeric" min={0} step={1000} />
            </Field>
            <Field label={t("stock")} name="stock">
              <Input type="number" inputMode="numeric" min={1} />
            </Field>
          </div>
          <SubmitButton pending={create.isPending || create.isSuccess}>{t("create")}</SubmitButton>
        </form>
      </Card>
    </div>
  );
}

interface Wanted {
  readonly title: string;
  readonly venue: string;
  readonly description: string;
  /** As the field has it: a date and a time in Korea. */
  readonly startsAt: string;
  readonly price: number;
  readonly totalStock: number;
}

function useCreate() {
  const client = useTRPCClient();
  const router = useRouter();
  const create = useMutation({
    async mutationFn({ startsAt: local, price, totalStock, ...event }: Wanted) {
      const startsAt = `${local}:00+09:00`;
      // Hidden until it has something to sell: a fault between the calls shows nobody half an event.
      const { id: eventId } = await client.catalog.createEvent.mutate(event);
      await client.catalog.createEventSession.mutate({
        ...{ eventId, startsAt, salesCloseAt: startsAt, price, totalStock },
        salesOpenAt: new Date(serverNow()).toISOString(),
      });
      await client.catalog.updateEvent.mutate({ eventId, status: "PUBLISHED" });
      return eventId;
    },
    onSuccess: (eventId) => router.push(`/events/${eventId}`),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    create.mutate({
      ...{ title: text("title"), venue: text("venue"), description: text("description") },
      ...{ startsAt: text("startsAt"), price: Number(text("price")), totalStock: Number(text("stock")) },
    });
  };
  return { create, submit };
}

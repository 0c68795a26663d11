"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import {
  type CreateEvent,
  DESCRIPTION_LENGTH_MAX,
  TITLE_LENGTH_MAX,
  VENUE_LENGTH_MAX,
} from "#server/catalog/contract.ts";
import { serverNow } from "../../clock/offset.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { ProblemForm, type TextOf } from "../../errors/problem-form.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { LinkButton, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field, Input, Textarea } from "../../ui/field.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** The form for a new event, or the link to connecting an account for people who may not create events yet. */
export function NewEvent() {
  const trpc = useTRPC();
  const viewer = useViewer();
  const isAdmin = viewer.data?.role === "ADMIN";
  const accounts = useQuery(
    trpc.integration.myAccounts.queryOptions({}, { staleTime: 0, enabled: !isAdmin }),
  );
  if (isAdmin) return <EventForm />;
  if (!accounts.data) return accounts.error ? <ProblemAlert error={accounts.error} /> : <PageSkeleton />;
  return accounts.data.length === 0 ? <ConnectFirst /> : <EventForm />;
}

function ConnectFirst() {
  const t = useTranslations("newEvent");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState title={t("connectFirst.title")} action={<ConnectLink />}>
        {t("connectFirst.body")}
      </EmptyState>
    </>
  );
}

function ConnectLink() {
  const t = useTranslations("newEvent");
  return <LinkButton href="/seller/connect">{t("connectFirst.action")}</LinkButton>;
}

/** A seller's event with its first event session: on sale from now until it begins. */
function EventForm() {
  const t = useTranslations("newEvent");
  const trpc = useTRPC();
  const router = useRouter();
  const create = useMutation(
    trpc.catalog.createEvent.mutationOptions({ onSuccess: ({ id }) => router.push(`/events/${id}`) }),
  );
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card>
        <ProblemForm
          error={create.error}
          fieldOf={{ salesCloseAt: "startsAt" }}
          // The account may have been disconnected while the form was filled in; the form keeps its contents.
          actions={{ account_needed: <ConnectLink /> }}
          onSubmit={(text) => create.mutate(wantedOf(text))}
        >
          <Field label={t("name")} name="title">
            <Input maxLength={TITLE_LENGTH_MAX} />
          </Field>
          <Field label={t("venue")} name="venue">
            <Input maxLength={VENUE_LENGTH_MAX} />
          </Field>
          <Field label={t("description")} name="description">
            <Textarea maxLength={DESCRIPTION_LENGTH_MAX} />
          </Field>
          <Field label={t("startsAt")} name="startsAt" hint={t("startsAtHint")}>
            <Input type="datetime-local" />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={t("price")} name="price">
              <Input type="number" inputMode="numeric" />
            </Field>
            <Field label={t("stock")} name="totalStock">
              <Input type="number" inputMode="numeric" />
            </Field>
          </div>
          <SubmitButton pending={create.isPending || create.isSuccess}>{t("create")}</SubmitButton>
        </ProblemForm>
      </Card>
    </div>
  );
}

function wantedOf(text: TextOf): z.input<typeof CreateEvent> {
  // A datetime-local value has no time zone; the shop's times are Korean.
  const startsAt = `${text("startsAt") ?? ""}:00+09:00`;
  const numberIn = (name: string) => Number(text(name) ?? Number.NaN);
  return {
    ...{ title: text("title") ?? "", venue: text("venue") ?? "", description: text("description") ?? "" },
    status: "PUBLISHED",
    eventSession: {
      ...{ startsAt, salesCloseAt: startsAt, salesOpenAt: new Date(serverNow()).toISOString() },
      ...{ price: numberIn("price"), totalStock: numberIn("totalStock") },
    },
  };
}

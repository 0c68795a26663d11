"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { isId } from "#server/platform/values/id-forms.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { useViewer } from "../trpc/use-viewer.ts";
import { LinkButton, SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { type Area, hrefsOf } from "./area.ts";
import { EventFields, eventTextIn } from "./event-fields.tsx";
import { PosterField, posterIn } from "./poster-field.tsx";
import { newSessionIn, SESSION_FIELD_OF, SessionFields } from "./session-fields.tsx";
import { ReloadSeatMaps } from "./stock-fields.tsx";
import { useManagedEvent } from "./use-managed-event.ts";

/** The form for a new event, or the link to connecting an account for sellers who have none. */
export function NewEvent({ area }: { area: Area }) {
  const trpc = useTRPC();
  const viewer = useViewer();
  const isAdmin = viewer.data?.role === "ADMIN";
  const accounts = useQuery(
    trpc.integration.myAccounts.queryOptions({}, { staleTime: 0, enabled: !isAdmin }),
  );
  const given = useSearchParams().get("from");
  const from = isId("event", given) ? given : undefined;
  const copied = useManagedEvent(from);
  if (!isAdmin && !accounts.data)
    return accounts.error ? <ProblemAlert error={accounts.error} /> : <PageSkeleton shape="cards" />;
  if (!isAdmin && accounts.data?.length === 0) return <ConnectFirst />;
  if (from && !copied.data)
    return copied.error ? <ProblemAlert error={copied.error} /> : <PageSkeleton shape="cards" />;
  return <EventForm area={area} from={copied.data} />;
}

function ConnectFirst() {
  const t = useTranslations("organizer");
  return (
    <>
      <PageHeader title={t("form.newTitle")} />
      <EmptyState title={t("connectFirst.title")} action={<ConnectLink />}>
        {t("connectFirst.body")}
      </EmptyState>
    </>
  );
}

export function ConnectLink() {
  const t = useTranslations("organizer");
  return <LinkButton href="/seller/connect">{t("connectFirst.action")}</LinkButton>;
}

/** A new event with its first event session; a copy has the words, poster and settings of another one, and no dates. */
function EventForm({ area, from }: { area: Area; from: ReturnType<typeof useManagedEvent>["data"] }) {
  const t = useTranslations("organizer");
  const trpc = useTRPC();
  const router = useRouter();
  const [isUploading, setUploading] = useState(false);
  const [status, setStatus] = useState<"PUBLISHED" | "DRAFT">("PUBLISHED");
  const create = useMutation(
    trpc.catalog.createEvent.mutationOptions({ onSuccess: ({ id }) => router.push(hrefsOf(area).event(id)) }),
  );
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6">
      <PageHeader title={t("form.newTitle")} lead={t("form.newLead")} />
      <Card>
        <ProblemForm
          error={create.error}
          fieldOf={SESSION_FIELD_OF}
          // The account may have been disconnected while the form was filled in; the form keeps its contents.
          actions={{ account_needed: <ConnectLink />, changed_meanwhile: <ReloadSeatMaps /> }}
          onSubmit={(text) =>
            create.mutate({
              ...{ ...eventTextIn(text), poster: posterIn(text) ?? undefined },
              ...{ status, eventSession: newSessionIn(text) },
            })
          }
        >
          <EventFields from={from} />
          <PosterField from={null} copyOf={from?.poster} onBusy={setUploading} />
          <h2 className="border-line border-t pt-5 font-bold text-lg">{t("session.first")}</h2>
          <SessionFields from={from?.eventSessions.at(-1)} purpose="new" />
          <ChoiceCards
            legend={t("form.visibility")}
            value={status}
            onChange={setStatus}
            options={[
              { value: "PUBLISHED", label: t("form.publishNow"), hint: t("form.publishNowHint") },
              { value: "DRAFT", label: t("form.asDraft"), hint: t("form.asDraftHint") },
            ]}
          />
          <SubmitButton pending={create.isPending || create.isSuccess || isUploading}>
            {t("form.create")}
          </SubmitButton>
        </ProblemForm>
      </Card>
    </div>
  );
}

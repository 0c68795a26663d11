"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EventId, ManagedEvent } from "#server/catalog/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { LinkButton, SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { toast } from "../ui/toast.ts";
import { type Area, hrefsOf } from "./area.ts";
import { EventFields, eventTextIn } from "./event-fields.tsx";
import { PosterField, posterIn } from "./poster-field.tsx";
import { ReloadButton } from "./reload-button.tsx";
import { useManagedEvent, useRefreshEvents } from "./use-managed-event.ts";

/** The form for what an event says. */
export function EditEvent({ area, eventId }: { area: Area; eventId: EventId }) {
  const event = useManagedEvent(eventId);
  if (!event.data) return event.error ? <ProblemAlert error={event.error} /> : <PageSkeleton shape="cards" />;
  // What someone else saved meanwhile makes another form of it.
  return (
    <EventForm key={event.data.updatedAt} area={area} event={event.data} onReload={() => event.refetch()} />
  );
}

interface EventFormProps {
  area: Area;
  event: ManagedEvent;
  onReload: () => void;
}

function EventForm({ area, event, onReload }: EventFormProps) {
  const t = useTranslations("organizer");
  const trpc = useTRPC();
  const router = useRouter();
  const refresh = useRefreshEvents();
  const [isUploading, setUploading] = useState(false);
  const back = hrefsOf(area).event(event.id);
  const save = useMutation(
    trpc.catalog.updateEvent.mutationOptions({
      onSuccess: async () => {
        toast.success(t("form.saved"));
        router.push(back);
        await refresh();
      },
    }),
  );
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6">
      <PageHeader
        title={t("form.editTitle")}
        lead={event.status === "DRAFT" ? undefined : t("form.toldOfChange")}
        actions={
          <LinkButton href={back} look="secondary">
            {t("backToEvent")}
          </LinkButton>
        }
      />
      <Card>
        <ProblemForm
          error={save.error}
          actions={{ changed_meanwhile: <ReloadButton onReload={onReload} /> }}
          onSubmit={(text) =>
            save.mutate({
              ...{ eventId: event.id, readUpdatedAt: event.updatedAt },
              ...{ ...eventTextIn(text), poster: posterIn(text) },
            })
          }
        >
          <EventFields from={event} />
          <PosterField from={event.poster} onBusy={setUploading} />
          <SubmitButton pending={save.isPending || save.isSuccess || isUploading}>
            {t("form.save")}
          </SubmitButton>
        </ProblemForm>
      </Card>
    </div>
  );
}

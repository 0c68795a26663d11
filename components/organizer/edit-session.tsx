"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import type { AskApproval } from "#server/approvals/contract.ts";
import type { EventId, EventSessionId, ManagedEvent, ManagedEventSession } from "#server/catalog/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { ProblemForm } from "../errors/problem-form.tsx";
import { useFormat } from "../i18n/format.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { LinkButton, SubmitButton } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { toast } from "../ui/toast.ts";
import { type Area, hrefsOf } from "./area.ts";
import { ConnectLink } from "./new-event.tsx";
import { ReasonedButton } from "./reasoned-button.tsx";
import { ReloadButton } from "./reload-button.tsx";
import { changesIn, newSessionIn, SESSION_FIELD_OF, SessionFields } from "./session-fields.tsx";
import { ReloadSeatMaps } from "./stock-fields.tsx";
import { useManagedEvent, useRefreshEvents } from "./use-managed-event.ts";

/** The form for a further event session, with the settings of another one where the address names it. */
export function NewSession({ area, eventId }: { area: Area; eventId: EventId }) {
  const event = useManagedEvent(eventId);
  const from = useSearchParams().get("from");
  if (!event.data) return event.error ? <ProblemAlert error={event.error} /> : <PageSkeleton shape="cards" />;
  return (
    <NewSessionForm
      area={area}
      event={event.data}
      from={event.data.eventSessions.find(({ id }) => id === from)}
    />
  );
}

interface NewSessionFormProps {
  area: Area;
  event: ManagedEvent;
  from: ManagedEventSession | undefined;
}

function NewSessionForm({ area, event, from }: NewSessionFormProps) {
  const t = useTranslations("organizer.session");
  const trpc = useTRPC();
  const back = useBack(area, event.id);
  const create = useMutation(trpc.catalog.createEventSession.mutationOptions({ onSuccess: back }));
  return (
    <SessionPage area={area} event={event} title={t("addTitle")}>
      <ProblemForm
        error={create.error}
        fieldOf={SESSION_FIELD_OF}
        actions={{ account_needed: <ConnectLink />, changed_meanwhile: <ReloadSeatMaps /> }}
        onSubmit={(text) => create.mutate({ eventId: event.id, ...newSessionIn(text) })}
      >
        <SessionFields from={from} purpose="new" />
        <SubmitButton pending={create.isPending || create.isSuccess}>{t("addAction")}</SubmitButton>
      </ProblemForm>
    </SessionPage>
  );
}

interface EditSessionProps {
  area: Area;
  eventId: EventId;
  eventSessionId: EventSessionId;
}

/** The form for an event session's dates, price, stock and queue. */
export function EditSession({ area, eventId, eventSessionId }: EditSessionProps) {
  const event = useManagedEvent(eventId);
  if (!event.data) return event.error ? <ProblemAlert error={event.error} /> : <PageSkeleton shape="cards" />;
  const eventSession = event.data.eventSessions.find(({ id }) => id === eventSessionId);
  if (!eventSession) return <ProblemAlert error={{ reason: "not_found" }} />;
  // What someone else saved meanwhile makes another form of it.
  return (
    <EditSessionForm
      key={eventSession.updatedAt}
      area={area}
      event={event.data}
      eventSession={eventSession}
      onReload={() => event.refetch()}
    />
  );
}

type Changes = ReturnType<typeof changesIn>;

interface EditSessionFormProps {
  area: Area;
  event: ManagedEvent;
  eventSession: ManagedEventSession;
  onReload: () => void;
}

function EditSessionForm({ area, event, eventSession, onReload }: EditSessionFormProps) {
  const t = useTranslations("organizer");
  const format = useFormat();
  const trpc = useTRPC();
  const back = useBack(area, event.id);
  const { id, updatedAt: readUpdatedAt } = eventSession;
  const save = useMutation(trpc.catalog.updateEventSession.mutationOptions({ onSuccess: back }));
  const { startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt } = save.variables ?? {};
  const times = { startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt };
  const [asked, setAsked] = useState<Changes>();
  const send = (changes: Changes) => {
    setAsked(undefined);
    save.mutate({ id, readUpdatedAt, ...changes });
  };
  const isTaken = eventSession.remainingStock < eventSession.totalStock;
  return (
    <SessionPage area={area} event={event} title={t("session.editTitle")}>
      <ProblemForm
        error={save.error}
        fieldOf={SESSION_FIELD_OF}
        actions={{
          account_needed: <ConnectLink />,
          changed_meanwhile: <ReloadButton onReload={onReload} />,
          closing_needs_approval: <AskForTimes area={area} eventSession={eventSession} times={times} />,
        }}
        onSubmit={(text) => {
          const changes = changesIn(text, eventSession);
          if (changes.startsAt && isTaken) setAsked(changes);
          else send(changes);
        }}
      >
        <SessionFields from={eventSession} purpose="edit" />
        <SubmitButton pending={save.isPending || save.isSuccess}>{t("form.save")}</SubmitButton>
      </ProblemForm>
      {asked?.startsAt && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsked(undefined)}
          title={t("session.moveTitle", { name: event.title, at: format.date(asked.startsAt) })}
          description={t("session.moveBody")}
          confirmLabel={t("session.moveConfirm")}
          keepLabel={t("act.keep")}
          onConfirm={() => send(asked)}
        />
      )}
    </SessionPage>
  );
}

interface AskForTimesProps extends Pick<EditSessionFormProps, "area" | "eventSession"> {
  times: Omit<Extract<z.input<typeof AskApproval>, { kind: "shorten_sale" }>, "kind" | "id" | "note">;
}

/** Asks another operator for the times that one alone may not give an event session. */
function AskForTimes({ area, eventSession: { id, startsAt }, times }: AskForTimesProps) {
  const t = useTranslations("organizer.act");
  const format = useFormat();
  const client = useTRPCClient();
  return (
    <ReasonedButton
      area={area}
      label={t("askForTimes")}
      title={t("askForTimesTitle", { at: format.date(startsAt) })}
      body={t("askForTimesBody")}
      done={t("approvalAsked")}
      act={(note = "") => client.approvals.ask.mutate({ kind: "shorten_sale", id, note, ...times })}
    />
  );
}

/** Goes back to the event after a change was saved. */
function useBack(area: Area, eventId: EventId) {
  const t = useTranslations("organizer.form");
  const router = useRouter();
  const refresh = useRefreshEvents();
  return async () => {
    toast.success(t("saved"));
    router.push(hrefsOf(area).event(eventId));
    await refresh();
  };
}

interface SessionPageProps {
  area: Area;
  event: ManagedEvent;
  title: string;
  children: ReactNode;
}

function SessionPage({ area, event, title, children }: SessionPageProps) {
  const t = useTranslations("organizer");
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6">
      <PageHeader
        title={title}
        lead={event.title}
        actions={
          <LinkButton href={hrefsOf(area).event(event.id)} look="secondary">
            {t("backToEvent")}
          </LinkButton>
        }
      />
      <Card>{children}</Card>
    </div>
  );
}

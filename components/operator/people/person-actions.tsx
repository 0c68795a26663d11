"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ReasonedButton } from "../../organizer/reasoned-button.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { type PersonReport, ROLES } from "./roles.ts";

/** Reads again what is shown of a person after something was done. */
export function useRefreshPerson() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.auth.loginSessionsOfUser.pathKey() }),
    ]);
}

/** What an operator may do with a person in their state; with the operator's own account only what harms no one. */
export function PersonActions({ person }: { person: PersonReport }) {
  const t = useTranslations("person");
  const viewer = useViewer();
  const isSelf = viewer.data?.id === person.id;
  if (person.state === "ERASED") return <p className="text-muted">{t("erased")}</p>;
  if (isSelf) return <p className="text-muted">{t("self")}</p>;
  return (
    <section aria-label={t("actions")} className="flex flex-wrap gap-2">
      <Move person={person} />
      {person.state === "ACTIVE" && <EndAll person={person} />}
      {(person.factors.app || person.factors.passkeys > 0) && <RemoveFactors person={person} />}
      {ROLES.filter((role) => role !== person.role).map((role) => (
        <Grant key={role} person={person} role={role} />
      ))}
    </section>
  );
}

function Move({ person: { id, email, state } }: { person: PersonReport }) {
  const step = state === "ACTIVE" ? "suspend" : "restore";
  const t = useTranslations("person");
  const client = useTRPCClient();
  const refresh = useRefreshPerson();
  const to = step === "suspend" ? "SUSPENDED" : "ACTIVE";
  return (
    <ReasonedButton
      key={step}
      area="admin"
      look={step === "suspend" ? "danger" : "secondary"}
      label={t(`${step}.label`)}
      title={t(`${step}.title`, { email })}
      body={t(`${step}.body`)}
      done={t(`${step}.done`)}
      act={(reason) => client.auth.movePerson.mutate({ userId: id, to, reason }).finally(refresh)}
    />
  );
}

function EndAll({ person: { id, email } }: { person: PersonReport }) {
  const t = useTranslations("person.endAll");
  const client = useTRPCClient();
  const refresh = useRefreshPerson();
  return (
    <ReasonedButton
      area="admin"
      label={t("label")}
      title={t("title", { email })}
      body={t("body")}
      done={t("done")}
      act={(reason) => client.auth.endLoginSessions.mutate({ userId: id, reason }).finally(refresh)}
    />
  );
}

/** Another operator has to approve it, so that what is done is to ask. */
function RemoveFactors({ person: { id, email } }: { person: PersonReport }) {
  const t = useTranslations("person.removeFactors");
  const client = useTRPCClient();
  return (
    <ReasonedButton
      area="admin"
      label={t("label")}
      title={t("title", { email })}
      body={t("body")}
      done={t("done")}
      act={(note = "") => client.approvals.ask.mutate({ kind: "remove_factors", id, note })}
    />
  );
}

function Grant({ person: { id, email }, role }: { person: PersonReport; role: (typeof ROLES)[number] }) {
  const t = useTranslations("person.grant");
  const name = useTranslations("person.roles")(role);
  const client = useTRPCClient();
  const refresh = useRefreshPerson();
  return (
    <ReasonedButton
      area="admin"
      label={t("label", { role: name })}
      title={t("title", { email, role: name })}
      body={t(`bodies.${role}`)}
      done={t("done")}
      {...(role === "ADMIN" && { approval: { kind: "make_operator", id } })}
      act={(reason) => client.auth.grantRole.mutate({ userId: id, role, reason }).finally(refresh)}
    />
  );
}

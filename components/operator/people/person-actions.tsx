"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
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

interface ActProps extends Pick<ComponentProps<typeof ReasonedButton>, "look" | "act"> {
  /** Which words it has. */
  name: "suspend" | "restore" | "endAll" | "removeFactors";
  email: string;
}

function Act({ name, email, ...rest }: ActProps) {
  const t = useTranslations("person");
  return (
    <ReasonedButton
      area="admin"
      label={t(`${name}.label`)}
      title={t(`${name}.title`, { email })}
      body={t(`${name}.body`)}
      done={t(`${name}.done`)}
      {...rest}
    />
  );
}

function Move({ person: { id, email, state } }: { person: PersonReport }) {
  const client = useTRPCClient();
  const refresh = useRefreshPerson();
  const isActive = state === "ACTIVE";
  const to = isActive ? "SUSPENDED" : "ACTIVE";
  const name = isActive ? "suspend" : "restore";
  return (
    <Act
      key={name}
      name={name}
      email={email}
      look={isActive ? "danger" : "secondary"}
      act={(reason) => client.auth.movePerson.mutate({ userId: id, to, reason }).finally(refresh)}
    />
  );
}

function EndAll({ person: { id, email } }: { person: PersonReport }) {
  const client = useTRPCClient();
  const refresh = useRefreshPerson();
  return (
    <Act
      name="endAll"
      email={email}
      act={(reason) => client.auth.endLoginSessions.mutate({ userId: id, reason }).finally(refresh)}
    />
  );
}

/** Another operator has to approve it, so that what is done is to ask. */
function RemoveFactors({ person: { id, email } }: { person: PersonReport }) {
  const client = useTRPCClient();
  return (
    <Act
      name="removeFactors"
      email={email}
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

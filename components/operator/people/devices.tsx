"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { LoginSessionView } from "#server/auth/contract.ts";
import { loginSessionMachine } from "#server/auth/machine.ts";
import { useDeviceName } from "../../auth/use-device-name.ts";
import { useProblem } from "../../errors/use-problem.ts";
import { useFormat } from "../../i18n/format.ts";
import { ReasonedButton } from "../../organizer/reasoned-button.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { useReason } from "../../states/use-reason.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useRefreshPerson } from "./person-actions.tsx";
import type { PersonReport } from "./roles.ts";

const EVERY_MS = 5000;

/** The login sessions of a person. They are kept in Redis, so that the rest of the page is there where it is not. */
export function Devices({ person: { id, email } }: { person: PersonReport }) {
  const t = useTranslations("person.devices");
  const trpc = useTRPC();
  const explain = useProblem();
  const { data, error, isPending } = useQuery(
    trpc.auth.loginSessionsOfUser.queryOptions({ userId: id }, { staleTime: 0, refetchInterval: EVERY_MS }),
  );
  return (
    <Card aria-labelledby="devices" className="grid content-start gap-4">
      <h2 id="devices" className="font-bold text-xl">
        {t("title")}
      </h2>
      {error && (
        <Alert tone="warning" title={t("unreadable")}>
          {explain(error).text}
        </Alert>
      )}
      {isPending && !error && <Skeleton className="h-20 rounded-md" />}
      {data?.loginSessions.length === 0 && <p className="text-muted">{t("none")}</p>}
      {data && data.loginSessions.length > 0 && (
        <ul className="grid gap-4">
          {data.loginSessions.map((loginSession) => (
            <Device key={loginSession.id} email={email} loginSession={loginSession} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Device({ email, loginSession }: { email: string; loginSession: LoginSessionView }) {
  const t = useTranslations("person.devices");
  const format = useFormat();
  const device = useDeviceName()(loginSession);
  const reasonOf = useReason();
  const { status, lastSeenAt, ip, reason, current } = loginSession;
  return (
    <li className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {device} <StateBadge machine={loginSessionMachine} state={status} />
      </p>
      <p className="numerals text-muted text-sm">
        {[t("used", { at: format.date(lastSeenAt, "exact") }), ip].filter(Boolean).join(" · ")}
      </p>
      {reason && <p className="text-muted text-sm">{t("reason", { reason: reasonOf(reason) })}</p>}
      {!current && !loginSessionMachine.isEnd(status) && (
        <div className="flex flex-wrap gap-2">
          <Move step="end" email={email} device={device} id={loginSession.id} />
          <Move
            step={status === "SUSPENDED" ? "restore" : "suspend"}
            email={email}
            device={device}
            id={loginSession.id}
          />
        </div>
      )}
    </li>
  );
}

const STEPS = { end: "REVOKED", suspend: "SUSPENDED", restore: "ACTIVE" } as const;

interface MoveProps {
  step: keyof typeof STEPS;
  email: string;
  device: string;
  id: LoginSessionView["id"];
}

function Move({ step, email, device, id: loginSessionId }: MoveProps) {
  const t = useTranslations("person.devices");
  const client = useTRPCClient();
  const refresh = useRefreshPerson();
  const to = STEPS[step];
  return (
    <ReasonedButton
      area="admin"
      look={step === "end" ? "danger" : "secondary"}
      label={t(`${step}.label`)}
      title={t(`${step}.title`, { device })}
      body={t(`${step}.body`, { email })}
      done={t(`${step}.done`)}
      act={(reason) => client.auth.moveLoginSession.mutate({ loginSessionId, to, reason }).finally(refresh)}
    />
  );
}

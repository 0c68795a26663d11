"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { IntegrationSessionId, SessionHistory, SessionView } from "#server/integration/contract.ts";
import { integrationSessionMachine } from "#server/integration/machine.ts";
import { formatPhone } from "#server/platform/values/phone.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useReason } from "../../seller/connect/use-reason.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Card } from "../../ui/card.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

const EVERY_MS = 2000;

/** One session for an operator, with its state, its history and a button that ends it. */
export function SessionPage({ integrationSessionId }: { integrationSessionId: IntegrationSessionId }) {
  const trpc = useTRPC();
  const history = useQuery(
    trpc.integration.history.queryOptions(
      { id: integrationSessionId },
      { refetchInterval: EVERY_MS, staleTime: 0 },
    ),
  );
  if (!history.data)
    return history.error ? <ProblemAlert error={history.error} /> : <PageSkeleton shape="facts" />;
  const { session, steps } = history.data;
  const canEnd = integrationSessionMachine.allows(session.status, "FAILED");
  return (
    <>
      <PageHeader
        title={session.vendorId}
        actions={
          canEnd && (
            <EndSession integrationSessionId={integrationSessionId} onEnd={() => void history.refetch()} />
          )
        }
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Facts session={session} />
        <Steps steps={steps} />
      </div>
    </>
  );
}

function EndSession({
  integrationSessionId,
  onEnd,
}: {
  integrationSessionId: IntegrationSessionId;
  onEnd: () => void;
}) {
  const t = useTranslations("integration");
  const trpc = useTRPC();
  const end = useMutation(trpc.integration.move.mutationOptions({ onSettled: onEnd }));
  const how = { id: integrationSessionId, status: "FAILED", reason: "ended_by_admin" } as const;
  return (
    <ConfirmButton
      look="danger"
      label={t("end")}
      title={t("endTitle")}
      description={t("releaseBody")}
      pending={end.isPending}
      onConfirm={(close) => end.mutate(how, { onSuccess: close })}
    >
      <ProblemAlert error={end.error} />
    </ConfirmButton>
  );
}

function Facts({ session }: { session: SessionView }) {
  const t = useTranslations("integration");
  const reasonOf = useReason();
  const { status, position, phoneNumber, smsCode, emailCode, endReason } = session;
  return (
    <Card>
      <DescriptionList
        items={[
          { term: t("status"), detail: <StateBadge machine={integrationSessionMachine} state={status} /> },
          ...(position === null ? [] : [{ term: t("place"), detail: String(position) }]),
          ...(phoneNumber ? [{ term: t("line"), detail: formatPhone(phoneNumber) }] : []),
          ...(smsCode ? [{ term: t("channels.sms"), detail: smsCode }] : []),
          ...(emailCode ? [{ term: t("channels.email"), detail: emailCode }] : []),
          ...(endReason ? [{ term: t("endReason"), detail: reasonOf(endReason) }] : []),
        ]}
      />
    </Card>
  );
}

function Steps({ steps }: Pick<SessionHistory, "steps">) {
  const t = useTranslations("integration");
  const format = useFormat();
  const reasonOf = useReason();
  return (
    <Card className="grid gap-3">
      <h2 className="font-bold text-xl">{t("history")}</h2>
      <ol className="grid gap-2">
        {steps.map(({ to, by, reason, at }) => (
          <li key={`${to} ${at}`} className="flex flex-wrap items-center justify-between gap-2">
            <StateBadge machine={integrationSessionMachine} state={to} />
            <span className="numerals text-muted text-sm">
              {[t(`by.${by === "user" ? "user" : "system"}`), reasonOf(reason), format.date(at, "exact")]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import type { IntegrationSessionId, SessionView } from "#server/integration/contract.ts";
import { behindLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { useReopening } from "../../trpc/use-reopening.ts";
import { useStreamLease } from "../../trpc/use-stream-lease.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Ended } from "./ended.tsx";
import { LockClock } from "./lock-clock.tsx";
import { StepCode } from "./step-code.tsx";
import { StepConsent, StepDetails } from "./step-details.tsx";
import { StepVerify } from "./step-verify.tsx";
import { StepWaiting } from "./step-waiting.tsx";
import { Stepper } from "./stepper.tsx";
import { isOver, stepOf } from "./steps.ts";
import { useHeadingFocus } from "./use-heading-focus.ts";
import { useMove } from "./use-move.ts";

/** Polling intervals: of a tab without a stream, and of one with a stream, in case a push was lost. */
const ASK_MS = 3000;
const ASK_STREAMING_MS = 30_000;

/** The wizard: it always says where the seller is, what to do now, and how long there is for it. */
export const ConnectPage = behindLogin(Wizard);

function Wizard({ integrationSessionId }: { integrationSessionId: IntegrationSessionId }) {
  const t = useTranslations("connect");
  const { data: session, error, refetch } = useSession(integrationSessionId);
  const step = session && stepOf(session.status);
  const place = useHeadingFocus(session?.status === "REQUESTED" ? "consent" : step);
  if (!session) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-6">
      <PageHeader
        title={t("title")}
        lead={t("vendor", { vendorId: session.vendorId })}
        actions={step && <CancelSession session={session} />}
      />
      {step && <Stepper current={step} />}
      {session.lockExpiresAt && <LockClock expiresAt={session.lockExpiresAt} onOver={() => void refetch()} />}
      <div ref={place}>
        <CurrentStep session={session} />
      </div>
    </div>
  );
}

/** The current session: the tab that streams receives pushes, and other tabs poll. */
function useSession(id: IntegrationSessionId) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { queryKey } = trpc.integration.session.queryOptions({ id });
  const mayStream = useStreamLease(true);
  const stream = useSubscription(
    trpc.integration.watch.subscriptionOptions(
      { id },
      { enabled: mayStream, onData: (session) => queries.setQueryData(queryKey, session) },
    ),
  );
  useReopening(stream);
  const isLive = mayStream && stream.status === "pending";
  return useQuery(
    trpc.integration.session.queryOptions(
      { id },
      { refetchInterval: isLive ? ASK_STREAMING_MS : ASK_MS, staleTime: 0, retry: 1 },
    ),
  );
}

function CurrentStep({ session }: { session: SessionView }) {
  const { status } = session;
  if (isOver(status)) return <Ended session={session} ending={status} />;
  switch (stepOf(status)) {
    case "waiting":
      return <StepWaiting session={session} />;
    case "sms":
      return <StepCode key="sms" session={session} channel="sms" />;
    case "email":
      return <StepCode key="email" session={session} channel="email" />;
    case "verify":
      return <StepVerify session={session} />;
    case "details":
      return status === "REQUESTED" ? <StepConsent session={session} /> : <StepDetails session={session} />;
  }
}

function CancelSession({ session }: { session: SessionView }) {
  const t = useTranslations("connect.cancel");
  const move = useMove(session);
  return (
    <ConfirmButton
      look="quiet"
      label={t("cancel")}
      title={t("title")}
      description={t("body")}
      keepLabel={t("keep")}
      pending={move.pending}
      onConfirm={() => move.to("CANCELLED")}
    >
      <ProblemAlert error={move.error} />
    </ConfirmButton>
  );
}

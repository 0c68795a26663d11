"use client";
import { useTranslations } from "next-intl";
import type { IntegrationSessionId, SessionView } from "#server/integration/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
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
import { useSession } from "./use-session.ts";

/** The wizard: it always says where the seller is, what to do now, and how long there is for it. */
export function ConnectPage({ integrationSessionId }: { integrationSessionId: IntegrationSessionId }) {
  const t = useTranslations("connect");
  const { data: session, error, refetch } = useSession(integrationSessionId);
  const step = session && stepOf(session.status);
  const place = useHeadingFocus(session?.status === "REQUESTED" ? "consent" : step);
  if (!session) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
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

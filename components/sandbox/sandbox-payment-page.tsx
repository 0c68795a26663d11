"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { SandboxPayment } from "./sandbox-payment.tsx";

/** The sandbox provider's page at work: books the act, and sends the buyer back. */
export function SandboxPaymentPage({ ticket }: { ticket: string }) {
  const trpc = useTRPC();
  const { data: payment, error } = useQuery(trpc.sandbox.payment.queryOptions({ ticket }, { staleTime: 0 }));
  const resultHref = `/orders/${payment?.orderId}/result`;
  const play = useMutation(
    trpc.sandbox.play.mutationOptions({ onSuccess: () => window.location.replace(resultHref) }),
  );
  if (!payment) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  const done = payment.status !== "READY";
  return (
    <>
      <ProblemAlert error={play.error} />
      <SandboxPayment
        orderId={payment.orderId}
        amountKrw={payment.amount}
        pending={play.isPending || play.isSuccess ? play.variables.act : null}
        done={done}
        closed={payment.status === "CLOSED"}
        returnHref={done ? resultHref : `${resultHref}?left`}
        onAct={(act) => play.mutate({ ticket, act })}
      />
    </>
  );
}

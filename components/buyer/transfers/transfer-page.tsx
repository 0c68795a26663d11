"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { TransferView } from "#server/transfers/contract.ts";
import { behindLogin } from "../../auth/require-login.tsx";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

const TOKEN = /^[\w-]{32}$/;

/** What another person offers by a link, and the way to accept it. */
export const TransferPage = behindLogin(Transfer);

function Transfer({ token }: { token: string }) {
  const t = useTranslations("transfer");
  return (
    <>
      <PageHeader title={t("title")} />
      {TOKEN.test(token) ? (
        <Offered token={token} />
      ) : (
        <EmptyState
          title={t("noLink.title")}
          action={<LinkButton href="/me/tickets">{t("toTickets")}</LinkButton>}
        >
          {t("noLink.body")}
        </EmptyState>
      )}
    </>
  );
}

function Offered({ token }: { token: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: transfer, error } = useQuery(trpc.transfers.get.queryOptions({ token }, { staleTime: 0 }));
  const accept = useMutation(
    trpc.transfers.accept.mutationOptions({ onSettled: () => queryClient.invalidateQueries() }),
  );
  if (!transfer) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  return (
    <div className="grid max-w-xl gap-5">
      <Facts transfer={transfer} />
      <ProblemAlert error={accept.error} />
      <Next
        transfer={transfer}
        pending={accept.isPending || accept.isSuccess}
        onAccept={() => accept.mutate({ token })}
      />
    </div>
  );
}

function Facts({ transfer }: { transfer: TransferView }) {
  const t = useTranslations("transfer");
  const format = useFormat();
  const nameOf = useSeatName();
  const { seat: number, section, row, label } = transfer;
  return (
    <Card className="grid gap-4">
      <h2 className="font-extrabold text-2xl">
        <OriginalText text={transfer.eventTitle} />
      </h2>
      <DescriptionList
        items={[
          { term: t("starts"), detail: format.date(transfer.startsAt) },
          { term: t("venue"), detail: <OriginalText text={transfer.venue} /> },
          {
            term: t("seat"),
            detail:
              number !== null && section !== null ? nameOf({ section, row, label, number }) : t("noSeat"),
          },
        ]}
      />
    </Card>
  );
}

interface NextProps {
  transfer: TransferView;
  pending: boolean;
  onAccept: () => void;
}

/** What the person can do with the link now. */
function Next({ transfer: { standing, expiresAt }, pending, onAccept }: NextProps) {
  const t = useTranslations("transfer");
  const format = useFormat();
  const toTickets = <LinkButton href="/me/tickets">{t("toTickets")}</LinkButton>;
  if (standing === "open")
    return (
      <>
        <p className="numerals text-muted">{t("open", { at: format.date(expiresAt) })}</p>
        <Button size="large" wide pending={pending} onClick={onAccept}>
          {t("accept")}
        </Button>
      </>
    );
  const tone = standing === "accepted" ? "success" : standing === "own" ? "info" : "warning";
  return (
    <Alert tone={tone} title={t(`${standing}.title`)} action={toTickets} announce>
      {t(`${standing}.body`)}
    </Alert>
  );
}

"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Ticket } from "#server/tickets/contract.ts";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.ts";

const MINUTE_MS = 60_000;

/** The way to give a ticket to another person by a link, and to take it back; nothing where that is not allowed. */
export function GiveAway({ ticket: { id: ticketId, transferUntil } }: { ticket: Ticket }) {
  const t = useTranslations("giveAway");
  const now = useNow(MINUTE_MS);
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const isAllowed = transferUntil !== null && now !== null && now < Date.parse(transferUntil);
  const { data: open } = useQuery(trpc.transfers.open.queryOptions({}, { enabled: isAllowed }));
  if (!isAllowed) return null;
  const offered = open?.find((transfer) => transfer.ticketId === ticketId);
  return (
    <div className="grid justify-items-center gap-2 print:hidden">
      {offered && <Offered ticketId={ticketId} expiresAt={offered.expiresAt} />}
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t("open")}
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title={t("title")} description={t("body")}>
        <MakeLink ticketId={ticketId} />
      </Dialog>
    </div>
  );
}

/** What is offered now, with the way back. */
function Offered({ ticketId, expiresAt }: { ticketId: Ticket["id"]; expiresAt: string }) {
  const t = useTranslations("giveAway");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const back = useMutation(
    trpc.transfers.withdraw.mutationOptions({
      onSuccess: () => toast.success(t("takenBack")),
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  return (
    <>
      <p className="numerals text-center text-muted text-sm">
        {t("offered", { at: format.date(expiresAt) })}
      </p>
      <ProblemAlert error={back.error} />
      <Button look="secondary" pending={back.isPending} onClick={() => back.mutate({ ticketId })}>
        {t("back")}
      </Button>
    </>
  );
}

/** Makes a link, which is shown until the dialog closes and never again. */
function MakeLink({ ticketId }: { ticketId: Ticket["id"] }) {
  const t = useTranslations("giveAway");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const offer = useMutation(
    trpc.transfers.offer.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.transfers.open.queryKey() }),
    }),
  );
  if (!offer.data)
    return (
      <>
        <ProblemAlert error={offer.error} />
        <Button pending={offer.isPending} onClick={() => offer.mutate({ ticketId })}>
          {t("make")}
        </Button>
      </>
    );
  const url = `${location.origin}/me/transfers?token=${offer.data.token}`;
  return (
    <div className="grid gap-3">
      <div className="flex gap-2">
        <Input
          readOnly
          value={url}
          aria-label={t("link")}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={url} label={t("link")} />
      </div>
      {"share" in navigator && (
        <Button onClick={() => void navigator.share({ url }).catch(() => undefined)}>{t("share")}</Button>
      )}
      <p className="numerals text-muted text-sm">{t("once", { at: format.date(offer.data.expiresAt) })}</p>
    </div>
  );
}

"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { MarketplaceAccount } from "#server/integration/contract.ts";
import { RENEWABLE_DAYS } from "#server/integration/values.ts";
import { behindLogin } from "../../auth/require-login.tsx";
import { serverNow } from "../../clock/offset.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { KeysForm } from "./keys-form.tsx";

type Account = z.output<typeof MarketplaceAccount>;

/** A seller's connected accounts, and what they may do with them. */
export const SellerHome = behindLogin(Accounts, { shape: "cards" });

function Accounts() {
  const t = useTranslations("connect.home");
  const trpc = useTRPC();
  const accounts = useQuery(trpc.integration.myAccounts.queryOptions({}, { staleTime: 0 }));
  if (!accounts.data)
    return accounts.error ? <ProblemAlert error={accounts.error} /> : <PageSkeleton shape="cards" />;
  const connect = <LinkButton href="/seller/connect">{t("connect")}</LinkButton>;
  if (accounts.data.length === 0)
    return (
      <>
        <PageHeader title={t("title")} actions={<OwnSales />} />
        <EmptyState title={t("empty.title")} action={connect}>
          {t("empty.body")}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <LinkButton href="/seller/connect" look="secondary">
              {t("another")}
            </LinkButton>
            <OwnSales />
            <LinkButton href="/seller/seat-maps" look="secondary">
              {t("seatMaps")}
            </LinkButton>
            <LinkButton href="/seller/events/new">{t("newEvent")}</LinkButton>
          </>
        }
      />
      <ul className="grid gap-4 lg:grid-cols-2">
        {accounts.data.map((account) => (
          <AccountCard key={account.id} account={account} />
        ))}
      </ul>
    </>
  );
}

/** What a seller has sold and has to look after, which stays theirs without a connected account. */
function OwnSales() {
  const t = useTranslations("connect.home");
  return (
    <>
      <LinkButton href="/seller/sales" look="secondary">
        {t("sales")}
      </LinkButton>
      <ShippingLink />
      <LinkButton href="/seller/events" look="secondary">
        {t("events")}
      </LinkButton>
    </>
  );
}

const SHIPPING_EVERY_MS = 30_000;

/** Leads to the shipping desk, with how many parcels wait there. */
function ShippingLink() {
  const t = useTranslations("connect.home");
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.reports.shippingCounts.queryOptions({}, { refetchInterval: SHIPPING_EVERY_MS, staleTime: 0 }),
  );
  return (
    <LinkButton href="/seller/shipping" look="secondary">
      {data && data.unsent > 0 ? t("shippingWaiting", { count: data.unsent }) : t("shipping")}
    </LinkButton>
  );
}

const DAY_MS = 86_400_000;

function AccountCard({ account }: { account: Account }) {
  const t = useTranslations("connect.home");
  const format = useFormat();
  const [renewing, setRenewing] = useState(false);
  const { vendorId, companyName, accessKeyMasked, keysExpireAt, connectedAt } = account;
  const daysLeft =
    keysExpireAt === null ? null : Math.ceil((Date.parse(keysExpireAt) - serverNow()) / DAY_MS);
  const ends = daysLeft !== null && daysLeft <= RENEWABLE_DAYS;
  return (
    <li>
      <Card className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="numerals font-bold text-xl">{vendorId}</h2>
          {daysLeft !== null && daysLeft <= 0 ? (
            <Badge tone="danger">{t("ended")}</Badge>
          ) : (
            <Badge tone={ends ? "warning" : "success"}>{ends ? t("ends") : t("connected")}</Badge>
          )}
        </div>
        <DescriptionList
          items={[
            ...(companyName ? [{ term: t("company"), detail: companyName }] : []),
            { term: t("connectedAt"), detail: format.date(connectedAt) },
            {
              term: t("way"),
              detail: accessKeyMasked ? t("byKeys", { key: accessKeyMasked }) : t("byCodes"),
            },
            ...(keysExpireAt ? [{ term: t("keysEnd"), detail: format.date(keysExpireAt, "date") }] : []),
          ]}
        />
        {renewing ? (
          <KeysForm vendorId={vendorId} />
        ) : (
          <Button look="secondary" onClick={() => setRenewing(true)}>
            {accessKeyMasked ? t("renewKeys") : t("addKeys")}
          </Button>
        )}
        <Disconnect account={account} />
      </Card>
    </li>
  );
}

/** Erases the account's keys; afterwards another person who proves ownership can connect the vendor. */
function Disconnect({ account: { id, vendorId } }: { account: Account }) {
  const t = useTranslations("connect.home");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const disconnect = useMutation(
    trpc.integration.disconnect.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.integration.myAccounts.queryKey() }),
    }),
  );
  return (
    <ConfirmButton
      look="quiet"
      label={t("disconnect")}
      title={t("disconnectTitle", { vendorId })}
      description={t("disconnectBody")}
      keepLabel={t("keep")}
      pending={disconnect.isPending}
      onConfirm={(close) => disconnect.mutate({ id }, { onSuccess: close })}
    >
      <ProblemAlert error={disconnect.error} />
    </ConfirmButton>
  );
}

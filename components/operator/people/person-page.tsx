"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { UserId } from "#server/auth/contract.ts";
import { personMachine } from "#server/auth/machine.ts";
import { orderMachine } from "#server/orders/machine.ts";
import { Moment } from "../../clock/moment.tsx";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { useReason } from "../../states/use-reason.ts";
import { useStateName } from "../../states/use-state-name.ts";
import { queryOf } from "../../table/address.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Badge } from "../../ui/badge.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Devices } from "./devices.tsx";
import { PersonActions } from "./person-actions.tsx";
import type { PersonReport } from "./roles.ts";

const EVERY_MS = 5000;

/** Everything about one person: orders, devices, what happened to the account, and what can be done with it. */
export function PersonPage({ personId }: { personId: UserId }) {
  const t = useTranslations("person");
  const trpc = useTRPC();
  const { data: person, error } = useQuery(
    trpc.reports.person.queryOptions({ id: personId }, { staleTime: 0, refetchInterval: EVERY_MS }),
  );
  return (
    <>
      <LinkButton href="/admin/people" look="quiet" className="-mb-4 -ml-4 justify-self-start text-muted">
        <ArrowLeft aria-hidden="true" /> {t("back")}
      </LinkButton>
      {error && <ProblemAlert error={error} />}
      {!person && !error && <PageSkeleton shape="facts" />}
      {person && (
        <>
          <header className="grid gap-2">
            <p className="flex flex-wrap gap-2">
              <StateBadge machine={personMachine} state={person.state} />
              <Badge tone="neutral">{t(`roles.${person.role}`)}</Badge>
            </p>
            <h1 className="break-all font-extrabold text-3xl">{person.email}</h1>
          </header>
          <PersonActions person={person} />
          <div className="grid gap-6 xl:grid-cols-2">
            <Facts person={person} />
            <Devices person={person} />
          </div>
          <Orders person={person} />
          <History person={person} />
        </>
      )}
    </>
  );
}

function Facts({ person: { id, createdAt, vendors, factors } }: { person: PersonReport }) {
  const t = useTranslations("person");
  const format = useFormat();
  return (
    <Card aria-labelledby="facts">
      <h2 id="facts" className="mb-4 font-bold text-xl">
        {t("facts")}
      </h2>
      <DescriptionList
        items={[
          {
            term: t("number"),
            detail: <span className="break-all font-mono text-[0.8125rem]">{id}</span>,
          },
          { term: t("joinedAt"), detail: format.date(createdAt, "exact") },
          {
            term: t("factors.title"),
            detail:
              [
                ...(factors.app ? [t("factors.app")] : []),
                ...(factors.passkeys > 0 ? [t("factors.passkeys", { count: factors.passkeys })] : []),
              ].join(", ") || t("factors.none"),
          },
          ...(vendors.length > 0 ? [{ term: t("vendors"), detail: vendors.join(", ") }] : []),
          {
            term: t("acts"),
            detail: <Link href={`/admin/audit${queryOf({ actor: id })}`}>{t("actsLink")}</Link>,
          },
        ]}
      />
    </Card>
  );
}

function Orders({ person: { email, orders, orderCount } }: { person: PersonReport }) {
  const t = useTranslations("person");
  const format = useFormat();
  return (
    <section aria-labelledby="orders" className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="orders" className="font-bold text-xl">
          {t("orders")}
        </h2>
        {orderCount > 0 && (
          <Link href={`/admin/orders${queryOf({ search: email })}`}>
            {t("allOrders", { count: orderCount })}
          </Link>
        )}
      </div>
      {orders.length === 0 ? (
        <p className="text-muted">{t("noOrders")}</p>
      ) : (
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {orders.map(({ id, eventTitle, startsAt, status, amount }) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-b p-4 last:border-b-0"
            >
              <span className="min-w-0 flex-1 basis-60">
                <Link href={`/admin/orders/${id}`} className="font-semibold">
                  {eventTitle}
                </Link>
                <span className="numerals block text-muted text-sm">{format.date(startsAt)}</span>
              </span>
              <StateBadge machine={orderMachine} state={status} />
              <span className="numerals">{format.krw(amount)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function History({ person: { history } }: { person: PersonReport }) {
  const t = useTranslations("person");
  const now = useNow(5000);
  return (
    <section aria-labelledby="history" className="grid gap-3">
      <h2 id="history" className="font-bold text-xl">
        {t("history")}
      </h2>
      {history.length === 0 ? (
        <p className="text-muted">{t("noHistory")}</p>
      ) : (
        <ol className="overflow-hidden rounded-lg border border-line bg-surface">
          {history.map((each) => (
            <li
              key={[each.at, each.kind, each.what].join(" ")}
              className="grid gap-x-6 gap-y-1 border-line border-b p-4 last:border-b-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
            >
              <Moment at={each.at} now={now} />
              <Happening happening={each} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Happening({ happening }: { happening: PersonReport["history"][number] }) {
  const t = useTranslations("person");
  const nameState = useStateName();
  const reasonOf = useReason();
  const { kind, what, from, by, actorId, email, detail } = happening;
  const stateName = (state: string) => nameState(personMachine, state as "ACTIVE");
  const who = email ?? actorId ?? "";
  return (
    <div className="min-w-0">
      <p className="break-all font-semibold">
        {kind === "step" ? `${from ? `${stateName(from)} → ` : ""}${stateName(what)}` : what}
        <span className="font-normal text-muted text-sm">
          {" "}
          {t(`by.${by === "user" || by === "system" ? by : "anonymous"}`, { who })}
        </span>
      </p>
      {detail && (
        <p className="whitespace-pre-wrap text-muted text-sm">
          {kind === "step" ? reasonOf(detail) : detail}
        </p>
      )}
    </div>
  );
}

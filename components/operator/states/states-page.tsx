"use client";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AppRouter } from "#server/router.ts";
import { useNow } from "../../clock/use-now.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useStateName } from "../../states/use-state-name.ts";
import { useTRPC } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Freshness } from "../shell/freshness.tsx";
import { IdLink } from "../shell/id-link.tsx";
import { Diagram } from "./diagram.tsx";
import { drawnMachines, hrefOfState } from "./machines.ts";

const EVERY_MS = 5000;

type Counted = inferRouterOutputs<AppRouter>["reports"]["states"]["machines"][number]["states"];
type Drawn = (typeof drawnMachines)[number];

/** Every machine with how many things are in each of its states, and the oldest of each. */
export function StatesPage() {
  const t = useTranslations("states");
  const trpc = useTRPC();
  const report = useQuery(trpc.reports.states.queryOptions({}, { staleTime: 0, refetchInterval: EVERY_MS }));
  const { data, error } = report;
  return (
    <>
      <div className="grid gap-2">
        <PageHeader title={t("title")} lead={t("lead")} />
        {data && <Freshness query={report} />}
      </div>
      {error && <ProblemAlert error={error} />}
      {data?.behind && <Alert tone="warning" title={t("behind")} />}
      {!data && !error && <PageSkeleton shape="list" />}
      {data && (
        <div className="grid items-start gap-6 xl:grid-cols-2">
          {drawnMachines.map((machine) => (
            <MachineCard
              key={machine.name}
              machine={machine}
              states={data.machines.find((each) => each.machine === machine.name)?.states ?? []}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface MachineProps {
  machine: Drawn;
  states: Counted;
}

const hasNote = (name: Drawn["name"]) =>
  name === "inventory" || name === "loginSession" || name === "person" ? name : undefined;

function MachineCard({ machine, states }: MachineProps) {
  const t = useTranslations("states");
  const format = useFormat();
  const nameState = useStateName();
  const { name } = machine;
  const counts = new Map(states.map(({ state, count }) => [state, count]));
  const note = hasNote(name);
  return (
    <Card aria-labelledby={`machine-${name}`} className="grid gap-4">
      <div>
        <h2 id={`machine-${name}`} className="font-bold text-xl">
          {t(`machines.${name}`)}
        </h2>
        {note && <p className="text-muted text-sm">{t(`notes.${note}`)}</p>}
      </div>
      <Diagram
        machine={machine}
        nameOf={(state) => nameState(machine as never, state as never)}
        countOf={(state) => {
          const count = counts.get(state);
          return typeof count === "number" ? format.number(count) : "–";
        }}
        hrefOf={(state) => hrefOfState(name, state)}
      />
      <StateTable machine={machine} states={states} />
    </Card>
  );
}

function StateTable({ machine, states }: MachineProps) {
  const t = useTranslations("states");
  const cell = "border-line border-t px-2 py-2 text-left align-top font-normal first:pl-0 last:pr-0";
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t(`machines.${machine.name}`)}</caption>
      <thead>
        <tr className="field-name">
          <th className="px-2 py-1 text-left first:pl-0">{t("state")}</th>
          <th className="whitespace-nowrap px-2 py-1 text-right">{t("count")}</th>
          <th className="px-2 py-1 text-left">{t("oldest")}</th>
          <th className="px-2 py-1 text-left last:pr-0 max-sm:sr-only">{t("next")}</th>
        </tr>
      </thead>
      <tbody>
        {states.map((row) => (
          <StateRow key={row.state} machine={machine} row={row} cell={cell} />
        ))}
      </tbody>
    </table>
  );
}

function StateRow({ machine, row, cell }: { machine: Drawn; row: Counted[number]; cell: string }) {
  const t = useTranslations("states");
  const format = useFormat();
  const now = useNow(5000);
  const nameState = useStateName();
  const { state, count, oldest } = row;
  const name = (of: string) => nameState(machine as never, of as never);
  const href = hrefOfState(machine.name, state);
  const targets = machine.edges.filter(([from]) => from === state).map(([, to]) => name(to));
  return (
    <tr>
      <th scope="row" className={cell}>
        <Badge tone={machine.tone(state as never)}>
          {href ? <Link href={href}>{name(state)}</Link> : name(state)}
        </Badge>
      </th>
      <td className={`${cell} numerals text-right font-semibold`}>
        {count === null ? t("uncounted") : format.number(count)}
      </td>
      <td className={cell}>
        {oldest ? (
          <>
            <span className="block">{now !== null && format.relative(oldest.at, now)}</span>
            <IdLink id={oldest.id} />
          </>
        ) : (
          <span className="text-muted">{t("none")}</span>
        )}
      </td>
      <td className={`${cell} max-sm:sr-only`}>
        {targets.length > 0 ? targets.join(", ") : <span className="text-muted">{t("end")}</span>}
      </td>
    </tr>
  );
}

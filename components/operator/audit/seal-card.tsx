"use client";
import { useMutation } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AppRouter } from "#server/router.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTRPCClient } from "../../trpc/client.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";

type Checked = inferRouterOutputs<AppRouter>["audit"]["checkSeals"];

/** Faults that are named; more of them would only repeat the news. */
const NAMED_MAX = 50;

const NOTHING: Checked = { seals: 0, rows: 0, broken: 0, faults: [], next: 0, head: null };

const together = (one: Checked, other: Checked): Checked => ({
  seals: one.seals + other.seals,
  rows: one.rows + other.rows,
  broken: one.broken + other.broken,
  faults: [...one.faults, ...other.faults].slice(0, NAMED_MAX),
  next: other.next,
  head: other.head,
});

/** Checks the whole log against its seals, a part with each call, and says what was found. */
export function SealCard() {
  const t = useTranslations("audit.seal");
  const client = useTRPCClient();
  const [found, setFound] = useState<Checked | null>(null);
  const check = useMutation({
    async mutationFn() {
      let all = NOTHING;
      while (all.next !== null) {
        all = together(all, await client.audit.checkSeals.query({ after: all.next }));
        setFound(all);
      }
    },
  });
  return (
    <Card aria-labelledby="seals" className="grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid max-w-2xl gap-1">
          <h2 id="seals" className="font-bold text-xl">
            {t("title")}
          </h2>
          <p className="text-muted">{t("lead")}</p>
        </div>
        <Button
          look="secondary"
          pending={check.isPending}
          onClick={() => {
            setFound(null);
            check.mutate();
          }}
        >
          {t(check.isSuccess ? "again" : "check")}
        </Button>
      </div>
      <ProblemAlert error={check.error} />
      <div role="status">
        {check.isPending && (
          <p className="numerals text-muted">{t("checking", { rows: found?.rows ?? 0 })}</p>
        )}
        {check.isSuccess && found && <Finding found={found} />}
      </div>
    </Card>
  );
}

function Finding({ found }: { found: Checked }) {
  const t = useTranslations("audit.seal");
  const { seals, rows, broken, faults, head } = found;
  if (!head) return <p className="text-muted">{t("none")}</p>;
  return (
    <div className="grid gap-3">
      {broken === 0 ? (
        <Alert tone="success" title={t("intact", { seals, rows })} />
      ) : (
        <Alert tone="danger" title={t("broken", { count: broken })}>
          <ul aria-label={t("faults")} className="list-disc pl-5">
            {faults.map(({ kind, number }) => (
              <li key={`${kind} ${number}`}>{t(`fault.${kind}`, { number })}</li>
            ))}
          </ul>
          {broken > faults.length && <p>{t("others", { count: broken - faults.length })}</p>}
        </Alert>
      )}
      <Head head={head} />
    </div>
  );
}

function Head({ head: { number, hash, at } }: { head: NonNullable<Checked["head"]> }) {
  const t = useTranslations("audit.seal");
  const format = useFormat();
  return (
    <div className="grid gap-1 text-sm">
      <p className="numerals">{t("newest", { number, at: format.date(at, "exact") })}</p>
      <code className="break-all text-[0.8125rem]">{hash}</code>
      <p className="text-muted">{t("compare")}</p>
    </div>
  );
}

"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SaleFigures } from "#server/sales/contract.ts";
import { LevelBadge, SessionBadge } from "../../buyer/catalog/sale-badge.tsx";
import { useFormat } from "../../i18n/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { Progress } from "../../ui/progress.tsx";
import { Funnel } from "./funnel.tsx";

/** Whether people can buy, as badges. */
export function SaleBadges({ sale }: { sale: SaleFigures }) {
  const t = useTranslations("sales");
  return (
    <span className="flex flex-wrap gap-2">
      <SessionBadge eventSession={sale} />
      {sale.admissionPaused && <Badge tone="warning">{t("paused")}</Badge>}
      {sale.level !== "SOLDOUT" && <LevelBadge level={sale.level} />}
    </span>
  );
}

/** How much of a sale is left, as a bar and in words. */
export function Remaining({ sale: { remaining, total } }: { sale: SaleFigures }) {
  const t = useTranslations("sales");
  const words = t("remainingOf", { remaining, total });
  return (
    <div className="grid gap-1.5">
      <p className="numerals flex items-baseline justify-between gap-4">
        <span className="field-name">{t("remaining")}</span> {words}
      </p>
      <Progress
        percent={total === 0 ? 0 : (100 * remaining) / total}
        label={t("remaining")}
        valueText={words}
      />
    </div>
  );
}

/** One sale at a glance, and the way to it. */
export function SaleCard({ sale }: { sale: SaleFigures }) {
  const format = useFormat();
  return (
    <li>
      <Card className="grid h-full content-start gap-4">
        <SaleBadges sale={sale} />
        <h3 className="font-bold text-lg">
          <Link href={`/admin/sales/${sale.eventSessionId}`}>{sale.title}</Link>
          <span className="numerals block font-normal text-muted text-sm">{format.date(sale.startsAt)}</span>
        </h3>
        <Remaining sale={sale} />
        <Funnel sale={sale} />
      </Card>
    </li>
  );
}

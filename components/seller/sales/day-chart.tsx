"use client";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import type { AppRouter } from "#server/router.ts";
import { useFormat } from "../../i18n/format.ts";
import { Card } from "../../ui/card.tsx";

type Day = inferRouterOutputs<AppRouter>["reports"]["salesOfSession"]["days"][number];

const DAY_MS = 86_400_000;
const HEIGHT = 100;
/** The most bars that can be told apart; of a longer sale the last days are drawn, and the table has all. */
const BARS_MAX = 90;
/** A sale of a day or two leaves room for the days that come, so that a bar looks like one. */
const SLOTS_MIN = 14;

/** Tickets sold by day as bars, and all numbers of each day in a table. */
export function DayChart({ days }: { days: readonly Day[] }) {
  const t = useTranslations("sellerSales");
  return (
    <Card className="grid min-w-0 content-start gap-4" aria-labelledby="by-day">
      <h2 id="by-day" className="font-bold text-xl">
        {t("byDay")}
      </h2>
      {days.length === 0 ? (
        <p className="text-muted">{t("byDayEmpty")}</p>
      ) : (
        <>
          <Bars days={days} />
          <details>
            <summary className="min-h-touch cursor-pointer content-center font-semibold">
              {t("byDayTable")}
            </summary>
            <DayTable days={days} />
          </details>
        </>
      )}
    </Card>
  );
}

function Bars({ days }: { days: readonly Day[] }) {
  const t = useTranslations("sellerSales");
  const format = useFormat();
  const drawn = barsOf(days);
  const peak = drawn.reduce((best, day) => (day.sold > best.sold ? day : best));
  const [first, last] = [drawn[0] ?? peak, drawn.at(-1) ?? peak];
  const nameOf = (day: string) => format.date(`${day}T00:00:00+09:00`, "date");
  return (
    <figure className="grid gap-2">
      <svg
        viewBox={`0 0 ${Math.max(SLOTS_MIN, drawn.length)} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-32 w-full"
        role="img"
        aria-label={t("byDayOf", {
          ...{ from: nameOf(first.day), to: nameOf(last.day) },
          ...{ peak: nameOf(peak.day), count: peak.sold },
        })}
      >
        {drawn.map(({ day, sold }, index) => {
          const height = (HEIGHT * sold) / Math.max(1, peak.sold);
          return (
            <rect
              key={day}
              x={index + 0.1}
              y={HEIGHT - height}
              width={0.8}
              height={height}
              className="fill-primary"
            />
          );
        })}
      </svg>
      <figcaption className="numerals flex justify-between gap-4 text-muted text-sm">
        <span>{nameOf(first.day)}</span>
        {last !== first && <span>{nameOf(last.day)}</span>}
      </figcaption>
    </figure>
  );
}

/** The days from the first to the last one, those on which nothing was sold too. */
function barsOf(days: readonly Day[]): { day: string; sold: number }[] {
  const sold = new Map(days.map((day) => [day.day, day.sold]));
  const [from, to] = [Date.parse(days[0]?.day ?? ""), Date.parse(days.at(-1)?.day ?? "")];
  const count = Math.round((to - from) / DAY_MS) + 1;
  const all = Array.from({ length: count }, (_, index) => {
    const day = new Date(from + index * DAY_MS).toISOString().slice(0, 10);
    return { day, sold: sold.get(day) ?? 0 };
  });
  return all.slice(-BARS_MAX);
}

function DayTable({ days }: { days: readonly Day[] }) {
  const t = useTranslations("sellerSales");
  const format = useFormat();
  const head = "field-name border-line border-b py-2 pr-4 text-right first:text-left last:pr-0";
  const cell = "border-line border-b py-2 pr-4 text-right last:pr-0";
  return (
    // A table that is wider than a phone is scrolled by itself, with the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus.
    <section tabIndex={0} aria-labelledby="by-day" className="max-h-96 overflow-auto">
      <table className="numerals w-full text-sm">
        <thead>
          <tr>
            {(["day", "sold", "paid", "refunded"] as const).map((name) => (
              <th key={name} scope="col" className={head}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, sold, paid, refunded }) => (
            <tr key={day}>
              <th
                scope="row"
                className="whitespace-nowrap border-line border-b py-2 pr-4 text-left font-normal"
              >
                {format.date(`${day}T00:00:00+09:00`, "date")}
              </th>
              <td className={cell}>{t("tickets", { count: sold })}</td>
              <td className={cell}>{format.krw(paid)}</td>
              <td className={cell}>{format.krw(refunded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { classNames } from "../../ui/class-names.ts";
import { FindForm } from "./find-form.tsx";
import { DAYS, daysOf, hrefOf, isFiltered, type Wanted } from "./wanted.ts";

interface FindBarProps {
  wanted: Wanted;
  places: readonly string[];
  /** The server's time. */
  now: number;
  /** Whether what was asked for last is still being read. */
  isReading: boolean;
  onWant: (wanted: Wanted) => void;
}

const chip = "inline-flex min-h-touch items-center rounded-full border px-4 text-sm no-underline";

/** The form that finds events, with the days that people ask for most. */
export function FindBar({ wanted, places, now, isReading, onWant }: FindBarProps) {
  const t = useTranslations("home.find");
  return (
    <div className="grid gap-3">
      <FindForm wanted={wanted} places={places} isReading={isReading} onWant={onWant} />
      <div className="flex flex-wrap gap-2">
        {DAYS.map((name) => (
          <DayChip key={name} wanted={wanted} days={daysOf(name, now)}>
            {t(`days.${name}`)}
          </DayChip>
        ))}
        {isFiltered(wanted) && (
          <Link
            href={hrefOf({ section: wanted.section })}
            scroll={false}
            className={classNames(chip, "border-transparent font-semibold underline")}
          >
            {t("clear")}
          </Link>
        )}
      </div>
    </div>
  );
}

interface DayChipProps {
  wanted: Wanted;
  days: { readonly from: string; readonly until: string };
  children: string;
}

/** Asks for these days, or, where they are asked for, for any day again. */
function DayChip({ wanted, days, children }: DayChipProps) {
  const isChosen = days.from === wanted.from && days.until === wanted.until;
  const others = { ...wanted, from: undefined, until: undefined, cursor: undefined };
  return (
    <Link
      href={hrefOf(isChosen ? others : { ...others, ...days })}
      scroll={false}
      aria-current={isChosen ? "true" : undefined}
      className={classNames(
        chip,
        isChosen
          ? "border-ink bg-ink font-bold text-paper"
          : "border-line-strong bg-surface hover:border-ink",
      )}
    >
      {children}
    </Link>
  );
}

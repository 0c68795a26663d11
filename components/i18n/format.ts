import { useLocale } from "next-intl";
import type { Locale } from "./locale.ts";

const timeZone = "Asia/Seoul";
const tags: Record<Locale, string> = { ko: "ko-KR", en: "en-GB" };

const dateStyles = {
  /** 2026. 12. 24. (목) 19:30 */
  dateTime: {
    year: "numeric",
    month: "short",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  date: { year: "numeric", month: "long", day: "numeric" },
  monthDay: { month: "short", day: "numeric" },
  weekday: { weekday: "short" },
  year: { year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  /** 2026년 12월 24일 19:30:05: when something happened, as exactly as a log says it. */
  exact: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  },
  longMonthDay: { month: "long", day: "numeric" },
  longWeekday: { weekday: "long" },
  timeWithSeconds: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof dateStyles;

/** One Intl formatter per language and shape: building one costs more than all its uses. */
const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

function kept<F extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => F,
): F {
  const known = formatters.get(key) as F | undefined;
  if (known) return known;
  const made = make();
  formatters.set(key, made);
  return made;
}

export function formatDate(instant: string | Date, style: DateStyle, locale: Locale): string {
  const format = kept(
    `date:${style}:${locale}`,
    () => new Intl.DateTimeFormat(tags[locale], { ...dateStyles[style], timeZone }),
  );
  return format.format(new Date(instant));
}

const DAY_MS = 86_400_000;
/** Which day it is in Seoul, which has the same offset from UTC all year, as a number that rises by one a day. */
const seoulDay = (ms: number): number => Math.floor((ms + 9 * 3_600_000) / DAY_MS);

const nearDays: Record<Locale, Readonly<Record<number, string>>> = {
  ko: { [-1]: "어제", 0: "오늘", 1: "내일", 2: "모레" },
  en: { [-1]: "Yesterday", 0: "Today", 1: "Tomorrow" },
};

/**
 * A day as people say it: `오늘`, `내일`, the weekday within the next six days, else the date, with its year where that is
 * not this one.
 * @param now - the server's time in ms; null gives the date, which is right at any time
 */
export function formatDay(instant: string | Date, now: number | null, locale: Locale): string {
  const at = new Date(instant);
  if (now === null) return dated(at, "date", locale);
  const ahead = seoulDay(at.getTime()) - seoulDay(now);
  const near = nearDays[locale][ahead];
  if (near) return near;
  if (ahead > 0 && ahead < 7) return formatDate(at, "longWeekday", locale);
  const isThisYear = yearOf(at) === yearOf(new Date(now));
  return dated(at, isThisYear ? "longMonthDay" : "date", locale);
}

/** `12월 24일 (목)`, `Thu 24 December`. */
function dated(at: Date, style: "date" | "longMonthDay", locale: Locale): string {
  const [date, weekday] = [formatDate(at, style, locale), formatDate(at, "weekday", locale)];
  return locale === "ko" ? `${date} (${weekday})` : `${weekday} ${date}`;
}

const yearOf = (at: Date): string => formatDate(at, "year", "en");

/** A time of day as people say it: `오후 7:30`, `7:30 PM`. */
export function formatTimeOfDay(instant: string | Date, locale: Locale): string {
  const format = kept(
    `time-of-day:${locale}`,
    () =>
      new Intl.DateTimeFormat(locale === "ko" ? "ko-KR" : "en-US", {
        ...{ hour: "numeric", minute: "2-digit", hour12: true, timeZone },
      }),
  );
  // Browsers and Node put different kinds of spaces before AM and PM.
  return format.format(new Date(instant)).replace(/\s/g, " ");
}

/** A moment as people say it: `오늘 오후 8:00`, `Saturday 7:30 PM`. */
export const formatWhen = (instant: string | Date, now: number | null, locale: Locale): string =>
  `${formatDay(instant, now, locale)} ${formatTimeOfDay(instant, locale)}`;

export function formatNumber(value: number, locale: Locale): string {
  return kept(`number:${locale}`, () => new Intl.NumberFormat(tags[locale])).format(value);
}

/** `132,000원` or `₩132,000`. */
export function formatKrw(amountKrw: number, locale: Locale): string {
  const digits = formatNumber(amountKrw, locale);
  return locale === "ko" ? `${digits}원` : `₩${digits}`;
}

/** A countdown's face: `4:05`, or `1:04:05` from an hour on. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const padded = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${padded}` : `${minutes}:${padded}`;
}

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** A length of time in its largest one or two units: `2분 5초`, `1 hr 20 min`. */
export function formatDuration(seconds: number, locale: Locale): string {
  const whole = Math.max(0, Math.round(seconds));
  const first = units.findIndex(([, size]) => whole >= size);
  const shown = units.slice(first === -1 ? units.length - 1 : first).slice(0, 2);
  let left = whole;
  const parts = shown.map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return { unit, count };
  });
  return parts
    .filter(({ count }, index) => count > 0 || index === 0)
    .map(({ unit, count }) =>
      kept(
        `unit:${unit}:${locale}`,
        () => new Intl.NumberFormat(tags[locale], { style: "unit", unit, unitDisplay: "short" }),
      ).format(count),
    )
    .join(" ");
}

/** `3분 전`, `in 2 hours`: the distance from now in its largest unit. */
export function formatRelative(instant: string | Date, now: number, locale: Locale): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const [unit, size] = units.find(([, each]) => Math.abs(seconds) >= each) ?? units[3];
  const format = kept(
    `relative:${locale}`,
    () => new Intl.RelativeTimeFormat(tags[locale], { numeric: "auto" }),
  );
  return format.format(Math.round(seconds / size), unit);
}

/** The formatters in the reader's language. */
export function useFormat() {
  const locale = useLocale();
  return {
    date: (instant: string | Date, style: DateStyle = "dateTime") => formatDate(instant, style, locale),
    number: (value: number) => formatNumber(value, locale),
    krw: (amountKrw: number) => formatKrw(amountKrw, locale),
    clock: formatClock,
    duration: (seconds: number) => formatDuration(seconds, locale),
    day: (instant: string | Date, now: number | null) => formatDay(instant, now, locale),
    timeOfDay: (instant: string | Date) => formatTimeOfDay(instant, locale),
    when: (instant: string | Date, now: number | null) => formatWhen(instant, now, locale),
    relative: (instant: string | Date, now: number) => formatRelative(instant, now, locale),
  };
}

import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { hasText } from "#server/platform/values/korean.ts";

interface SoughtOrder {
  readonly id: string;
  readonly eventTitle: string;
  readonly startsAt: string;
  readonly createdAt: string;
}

/** A day with its year where it has one, with any signs between: 2026-12-24, 12.24, 12/24, 12월 24일. */
const DAY = /^(?:(\d{4})\s*[-./년]\s*)?(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?$/;
const MONTH = /^(?:(\d{4})\s*[-./년]\s*)?(\d{1,2})월$/;
const days = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" });

/**
 * Whether an order is one that is searched for: by a part of its event's title, initial consonants too, by a part of its
 * number, or by the day of the event or of the order.
 */
export function isSought({ id, eventTitle, startsAt, createdAt }: SoughtOrder, typed: string): boolean {
  const sought = typed.trim();
  if (sought === "" || hasText(eventTitle, sought)) return true;
  const code = sought.replace("-", "").toUpperCase();
  if (code.length >= 4 && shortCodeOf(id).replace("-", "").includes(code)) return true;
  return [startsAt, createdAt].some((instant) => isOfDay(days.format(new Date(instant)), sought));
}

/** @param day - such as 2026-12-24 */
function isOfDay(day: string, sought: string): boolean {
  const [, year, month, date] = DAY.exec(sought) ?? MONTH.exec(sought) ?? [];
  if (!month) return false;
  const padded = [month, date].flatMap((part) => part?.padStart(2, "0") ?? []);
  return `${day}-`.includes(`${year ?? ""}-${padded.join("-")}-`);
}

import { formatDate } from "#components/i18n/format.ts";
import type { EventSessionView, EventView } from "#server/catalog/contract.ts";

type Start = Pick<EventSessionView, "startsAt" | "cancellation">;

/**
 * What stands under the title on the picture beside a link to an event. It is in Korean, as the shop is for programs that read
 * links: they say no language.
 * @param now - in milliseconds
 */
export function cardLinesOf({ venue }: EventView, sessions: readonly Start[], now: number): string[] {
  const starts = sessions.flatMap(({ startsAt, cancellation }) => (cancellation ? [] : startsAt)).toSorted();
  const coming = starts.filter((startsAt) => Date.parse(startsAt) > now);
  const [first] = coming;
  const last = starts.at(-1);
  if (first) {
    const more = coming.length > 1 ? ` 외 ${coming.length - 1}회` : "";
    return [formatDate(first, "dateTime", "ko") + more, venue];
  }
  return last ? [`${formatDate(last, "date", "ko")} 공연 종료`, venue] : [venue];
}

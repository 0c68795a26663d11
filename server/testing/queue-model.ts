const ADMISSION_MS = 2 * 60_000;
const ABSENCE_MS = 5 * 60_000;
const SECOND_MS = 1000;

interface Place {
  readonly who: number;
  readonly number: number;
  readonly endsAt: number;
}

interface Settings {
  readonly now: number;
  readonly admitLimit: number;
  readonly admitRatePerSecond: number;
  readonly maxLength: number;
}

/** The rules of a queue in plain arrays (docs/spec/queue.md#admission): the scripts must agree after every step. */
export function queueModel({ now, admitLimit, admitRatePerSecond, maxLength }: Settings) {
  let [issued, serving] = [0, 0];
  let waiting: Place[] = [];
  let admitted: Place[] = [];
  const entered: number[] = [];
  const over = new Map<number, { readonly number: number; readonly reason: string }>();

  function sweep(): void {
    for (const { who, number, endsAt } of admitted)
      if (endsAt <= now) over.set(who, { number, reason: "admission_expired" });
    admitted = admitted.filter(({ endsAt }) => endsAt > now);
    waiting = waiting.filter(({ endsAt }) => endsAt > now);
  }

  function letIn(): void {
    const recent = () => entered.filter((at) => at > now - SECOND_MS).length;
    while (waiting[0] && admitted.length < admitLimit && recent() < admitRatePerSecond) {
      const [next, ...rest] = waiting as [Place, ...Place[]];
      waiting = rest;
      admitted.push({ ...next, endsAt: now + ADMISSION_MS });
      entered.push(now);
      serving = next.number;
    }
  }

  const renew = (who: number) => {
    waiting = waiting.map((place) => (place.who === who ? { ...place, endsAt: now + ABSENCE_MS } : place));
  };
  const isWaiting = (who: number) => waiting.some((place) => place.who === who);
  const find = (who: number) => [...waiting, ...admitted].find((place) => place.who === who);
  const remove = (who: number) => {
    waiting = waiting.filter((place) => place.who !== who);
    admitted = admitted.filter((place) => place.who !== who);
  };

  /** What a token of this number gets: its place, or the reason why there is none. */
  function view(who: number, number: number) {
    const place = find(who);
    const last = over.get(who);
    if (place?.number !== number) return !place && last?.number === number ? last.reason : "place_lost";
    const position = waiting.indexOf(place) + 1;
    const expiresAt = new Date(place.endsAt).toISOString();
    return { number, position, allowed: position === 0, expiresAt };
  }

  return {
    forward(ms: number) {
      now += ms;
    },
    join(who: number) {
      sweep();
      if (!find(who)) {
        if (waiting.length + admitted.length >= maxLength) return "line_full";
        over.delete(who);
        waiting.push({ who, number: ++issued, endsAt: now + ABSENCE_MS });
      }
      renew(who);
      letIn();
      return view(who, (find(who) as Place).number);
    },
    ask(who: number, number: number) {
      sweep();
      // A token of an older place moves nothing.
      if ((find(who) ?? over.get(who))?.number !== number) return "place_lost";
      if (isWaiting(who)) renew(who);
      letIn();
      return view(who, number);
    },
    check(who: number, number: number) {
      sweep();
      const place = view(who, number);
      if (typeof place === "string") return place;
      return isWaiting(who) ? "not_admitted" : "admitted";
    },
    leave(who: number, number: number) {
      sweep();
      const left = find(who)?.number === number;
      if (!left) return false;
      remove(who);
      letIn();
      return true;
    },
    spend(who: number) {
      sweep();
      const place = admitted.find((candidate) => candidate.who === who);
      if (place) over.set(who, { number: place.number, reason: "admission_spent" });
      if (place) remove(who);
      letIn();
    },
    advance() {
      sweep();
      letIn();
      const counts = { waiting: waiting.length, admitted: admitted.length };
      return { ...counts, serving, issued, entries: entered.length };
    },
  };
}

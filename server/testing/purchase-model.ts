interface ModelHold {
  state: "ACTIVE" | "CONFIRMED" | "EXPIRED" | "RELEASED";
  readonly wish: Tickets;
  endsAt: number;
  checkedOut: boolean;
  sold: boolean;
  order?: "processing" | "confirmed" | "failed" | "cancelled";
  payment?: "processing" | "pending" | "completed" | "failed" | undefined;
  /** Whether it ended by the provider's word rather than by its time or its buyer. */
  declined?: boolean;
}

/** So many tickets of counted stock, or these seats, from 0 on. */
type Tickets = number | readonly number[];
/** These, or so many of the best seats: those with the lowest numbers. */
export type ModelWish = Tickets | { readonly best: number };

const quantityOf = (wish: Tickets): number => (typeof wish === "number" ? wish : wish.length);

const isOpen = (hold: ModelHold): boolean => hold.payment === "processing" || hold.payment === "pending";

/**
 * What a sale is, without database, locks or time of its own: the plain rules of the purchase for one event session
 * (docs/spec/purchase.md#holds).
 * @param stock - how many tickets there are
 * @param seated - whether they are seats, and what is wished for are seats
 */
export function purchaseModel({
  stock,
  maxPerUser,
  seated,
}: {
  readonly stock: number;
  readonly maxPerUser: number;
  readonly seated: boolean;
}) {
  /** Seconds since the sale began. */
  let now = 0;
  let remaining = stock;
  const freeSeats = new Set(Array.from({ length: seated ? stock : 0 }, (_, seat) => seat));
  const all: { readonly who: number; readonly hold: ModelHold }[] = [];
  const latest = (who: number) => all.findLast((entry) => entry.who === who)?.hold;
  /** The person's purchase that came so many before their last one. */
  const purchase = (who: number, back: number) =>
    all
      .filter((entry) => entry.who === who && entry.hold.payment)
      .map(({ hold }) => hold)
      .at(-1 - back);
  const ownOf = (who: number) => all.filter((entry) => entry.who === who).map(({ hold }) => hold);
  const isDue = (hold: ModelHold) => hold.state === "ACTIVE" && hold.endsAt <= now;

  /** The seats or tickets of a wish; undefined where too few seats are free. */
  function ticketsOf(wish: ModelWish): Tickets | undefined {
    if (typeof wish === "number" || !("best" in wish)) return wish;
    const seats = [...freeSeats].sort((a, b) => a - b).slice(0, wish.best);
    return seats.length < wish.best ? undefined : seats;
  }

  function take(wish: Tickets): void {
    remaining -= quantityOf(wish);
    if (typeof wish !== "number") for (const seat of wish) freeSeats.delete(seat);
  }

  function giveBack({ wish }: ModelHold): void {
    remaining += quantityOf(wish);
    if (typeof wish !== "number") for (const seat of wish) freeSeats.add(seat);
  }

  function free(): void {
    for (const { hold } of all.filter((entry) => isDue(entry.hold))) {
      hold.state = "EXPIRED";
      giveBack(hold);
      if (hold.order === "processing") Object.assign(hold, { order: "failed", payment: "failed" });
    }
  }

  const boughtBy = (who: number): number =>
    ownOf(who)
      .filter(({ sold }) => sold)
      .reduce((sum, { wish }) => sum + quantityOf(wish), 0);

  /** Whether a new hold of these would be given to this person. */
  function mayHold(who: number, wish: Tickets): boolean {
    if (ownOf(who).some(({ state }) => state === "ACTIVE")) return false;
    if (boughtBy(who) + quantityOf(wish) > maxPerUser) return false;
    return typeof wish === "number" ? wish <= remaining : wish.every((seat) => freeSeats.has(seat));
  }

  return {
    forward(seconds: number) {
      now += seconds;
    },
    hold(who: number, wanted: ModelWish) {
      // The queue admits no one while nothing is left and nothing is due back.
      if (remaining === 0 && !all.some(({ hold }) => isDue(hold))) return;
      free();
      const wish = ticketsOf(wanted);
      if (wish === undefined || !mayHold(who, wish)) return;
      take(wish);
      all.push({
        who,
        hold: { state: "ACTIVE", wish, endsAt: now + 120, checkedOut: false, sold: false },
      });
    },
    release(who: number) {
      const hold = latest(who);
      if (hold?.state !== "ACTIVE") return;
      hold.state = "RELEASED";
      giveBack(hold);
      if (hold.order === "processing") Object.assign(hold, { order: "failed", payment: "failed" });
    },
    checkOut(who: number) {
      const hold = latest(who);
      if (hold?.state !== "ACTIVE" || hold.checkedOut || hold.endsAt <= now) return;
      Object.assign(hold, {
        checkedOut: true,
        endsAt: now + 300,
        order: "processing",
        payment: "processing",
      });
    },
    succeed(who: number, back: number) {
      const hold = purchase(who, back);
      if (hold && isOpen(hold)) {
        Object.assign(hold, { state: "CONFIRMED", order: "confirmed", payment: "completed", sold: true });
        return;
      }
      if (hold?.payment !== "failed") return;
      hold.payment = "completed";
      if (hold.declined) return;
      free();
      const { wish } = hold;
      if (!mayHold(who, wish)) return;
      take(wish);
      hold.payment = undefined;
      const bought = { state: "CONFIRMED", order: "confirmed", payment: "completed", sold: true } as const;
      all.push({ who, hold: { ...bought, wish, endsAt: now, checkedOut: true } });
    },
    fail(who: number, back: number) {
      const hold = purchase(who, back);
      if (!hold || !isOpen(hold)) return;
      Object.assign(hold, { order: "failed", payment: "failed", declined: true });
      hold.state = "RELEASED";
      giveBack(hold);
    },
    decline(who: number, back: number) {
      const hold = purchase(who, back);
      if (hold && isOpen(hold)) hold.payment = "pending";
    },
    cancel(who: number) {
      const hold = latest(who);
      if (hold?.order !== "confirmed") return;
      Object.assign(hold, { order: "cancelled", sold: false });
      giveBack(hold);
    },
    /** What is on sale, which seats are free, how the person's last hold stands, and how many tickets they have in all. */
    view(who: number) {
      const hold = latest(who);
      return {
        remaining,
        freeSeats: [...freeSeats].sort(),
        hold: hold?.state,
        order: hold?.order,
        payment: hold?.payment,
        tickets: boughtBy(who),
      };
    },
  };
}

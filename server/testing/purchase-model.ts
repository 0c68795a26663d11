interface ModelHold {
  state: "ACTIVE" | "CONFIRMED" | "EXPIRED" | "RELEASED";
  readonly quantity: number;
  endsAt: number;
  checkedOut: boolean;
  sold: boolean;
  order?: "processing" | "confirmed" | "failed" | "cancelled";
  payment?: "processing" | "pending" | "completed" | "failed" | undefined;
  /** Whether it ended by the provider's word rather than by its time or its buyer. */
  declined?: boolean;
}

const isOpen = (hold: ModelHold): boolean => hold.payment === "processing" || hold.payment === "pending";

/**
 * What a sale is, without database, locks or time of its own: the plain rules of the purchase for one event session
 * (docs/spec/purchase.md#holds).
 * @param now - seconds since the sale began
 */
export function purchaseModel({
  stock,
  maxPerUser,
}: {
  readonly stock: number;
  readonly maxPerUser: number;
}) {
  let now = 0;
  let remaining = stock;
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

  function free(): void {
    for (const { hold } of all.filter((entry) => isDue(entry.hold))) {
      hold.state = "EXPIRED";
      remaining += hold.quantity;
      if (hold.order === "processing") Object.assign(hold, { order: "failed", payment: "failed" });
    }
  }

  /** Whether a new hold of so many would be given to this person. */
  function mayHold(who: number, quantity: number): boolean {
    const own = ownOf(who);
    if (own.some(({ state }) => state === "ACTIVE")) return false;
    const bought = own.filter(({ sold }) => sold).reduce((sum, hold) => sum + hold.quantity, 0);
    return bought + quantity <= maxPerUser && quantity <= remaining;
  }

  return {
    forward(seconds: number) {
      now += seconds;
    },
    hold(who: number, quantity: number) {
      // The queue admits no one while nothing is left and nothing is due back.
      if (remaining === 0 && !all.some(({ hold }) => isDue(hold))) return;
      free();
      if (!mayHold(who, quantity)) return;
      remaining -= quantity;
      all.push({
        who,
        hold: { state: "ACTIVE", quantity, endsAt: now + 120, checkedOut: false, sold: false },
      });
    },
    release(who: number) {
      const hold = latest(who);
      if (hold?.state !== "ACTIVE") return;
      hold.state = "RELEASED";
      remaining += hold.quantity;
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
      const { quantity } = hold;
      if (!mayHold(who, quantity)) return;
      remaining -= quantity;
      hold.payment = undefined;
      const bought = { state: "CONFIRMED", order: "confirmed", payment: "completed", sold: true } as const;
      all.push({ who, hold: { ...bought, quantity, endsAt: now, checkedOut: true } });
    },
    fail(who: number, back: number) {
      const hold = purchase(who, back);
      if (!hold || !isOpen(hold)) return;
      Object.assign(hold, { order: "failed", payment: "failed", declined: true });
      hold.state = "RELEASED";
      remaining += hold.quantity;
    },
    decline(who: number, back: number) {
      const hold = purchase(who, back);
      if (hold && isOpen(hold)) hold.payment = "pending";
    },
    cancel(who: number) {
      const hold = latest(who);
      if (hold?.order !== "confirmed") return;
      Object.assign(hold, { order: "cancelled", sold: false });
      remaining += hold.quantity;
    },
    /** What is on sale, how the person's last hold stands, and how many tickets they have in all. */
    view(who: number) {
      const hold = latest(who);
      return {
        remaining,
        hold: hold?.state,
        order: hold?.order,
        payment: hold?.payment,
        tickets: ownOf(who)
          .filter(({ sold }) => sold)
          .reduce((sum, { quantity }) => sum + quantity, 0),
      };
    },
  };
}

interface ModelHold {
  state: "ACTIVE" | "CONFIRMED" | "EXPIRED" | "RELEASED";
  readonly quantity: number;
  endsAt: number;
  extended: boolean;
  sold: boolean;
  order?: "processing" | "confirmed" | "failed" | "cancelled";
  payment?: "processing" | "completed" | "failed" | "refunded";
}

/**
 * What a sale is, without database, locks or time of its own: the plain rules of SPEC 5 for one event session.
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
  const isDue = (hold: ModelHold) => hold.state === "ACTIVE" && hold.endsAt <= now;

  function free(): void {
    for (const { hold } of all.filter((entry) => isDue(entry.hold))) {
      hold.state = "EXPIRED";
      remaining += hold.quantity;
    }
  }

  return {
    forward(seconds: number) {
      now += seconds;
    },
    hold(who: number, quantity: number) {
      // Nobody is let in while nothing is left and nothing is due back.
      if (remaining === 0 && !all.some(({ hold }) => isDue(hold))) return;
      free();
      const own = all.filter((entry) => entry.who === who).map(({ hold }) => hold);
      if (own.some(({ state }) => state === "ACTIVE")) return;
      const bought = own.filter(({ sold }) => sold).reduce((sum, hold) => sum + hold.quantity, 0);
      if (bought + quantity > maxPerUser || quantity > remaining) return;
      remaining -= quantity;
      all.push({ who, hold: { state: "ACTIVE", quantity, endsAt: now + 120, extended: false, sold: false } });
    },
    release(who: number) {
      const hold = latest(who);
      if (hold?.state !== "ACTIVE") return;
      hold.state = "RELEASED";
      remaining += hold.quantity;
    },
    checkOut(who: number) {
      const hold = latest(who);
      if (hold?.state !== "ACTIVE" || hold.extended || hold.endsAt <= now) return;
      Object.assign(hold, { extended: true, endsAt: now + 300, order: "processing", payment: "processing" });
    },
    succeed(who: number) {
      const hold = latest(who);
      if (hold?.payment === "failed") hold.payment = "refunded";
      if (hold?.payment !== "processing") return;
      const lives = hold.state === "ACTIVE";
      if (!lives) free();
      if (!lives && remaining < hold.quantity) Object.assign(hold, { order: "failed", payment: "refunded" });
      else {
        if (!lives) remaining -= hold.quantity;
        Object.assign(hold, { order: "confirmed", payment: "completed", sold: true });
        if (lives) hold.state = "CONFIRMED";
      }
    },
    fail(who: number) {
      const hold = latest(who);
      if (hold?.payment !== "processing") return;
      Object.assign(hold, { order: "failed", payment: "failed" });
      if (hold.state !== "ACTIVE") return;
      hold.state = "RELEASED";
      remaining += hold.quantity;
    },
    cancel(who: number) {
      const hold = latest(who);
      if (hold?.order !== "confirmed") return;
      Object.assign(hold, { order: "cancelled", payment: "refunded", sold: false });
      remaining += hold.quantity;
    },
    /** What is on sale, and how the person's last purchase stands. */
    view(who: number) {
      const hold = latest(who);
      return {
        remaining,
        hold: hold?.state,
        order: hold?.order,
        payment: hold?.payment,
        tickets: hold?.sold ? hold.quantity : 0,
      };
    },
  };
}

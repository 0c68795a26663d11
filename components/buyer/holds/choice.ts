import type { ReactNode } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { SeatId } from "#server/seats/contract.ts";
import type { HoldWish, useHold } from "./use-hold.ts";

/** What a person needs to choose tickets, by number or by seat. */
export interface ChoiceProps {
  readonly eventSessionId: EventSessionId;
  readonly maxPerUser: number;
  readonly hold: Pick<ReturnType<typeof useHold>, "renew" | "reset" | "error">;
  /** The seats that the person holds already: they may be kept, or given up for others. */
  readonly own?: readonly SeatId[];
  /** The tickets are being held, or they are held and the checkout opens. */
  readonly asked: boolean;
  /** Nothing can be held just now; the page says why. */
  readonly closed: boolean;
  /** How the last try ended. */
  readonly notice: ReactNode;
  readonly onTake: (wish: HoldWish) => void;
}

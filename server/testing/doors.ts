import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { createDoorLink } from "#server/doors/commands/create-door-link.ts";
import { openDoor } from "#server/doors/commands/open-door.ts";
import { scanTickets } from "#server/doors/commands/scan-tickets.ts";
import { authenticateDevice } from "#server/doors/queries.ts";
import type { ScanOutcome } from "#server/doors/values.ts";
import { databaseNow } from "#server/platform/database/clock.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { myTickets } from "#server/tickets/queries.ts";
import { movingCode } from "#server/tickets/values.ts";
import { given, type Person } from "./given.ts";

/** An event session of a seller whose doors are open, with sold tickets. */
export async function givenDoors(quantity = 1, options: Parameters<typeof given.saleOpen>[0] = {}) {
  const [seller, buyer] = [await given.person("SELLER"), await given.person()];
  const { id } = await given.saleOpen({ by: seller, startsInHours: 3, ...options });
  const order = await given.paidOrder(buyer, id, quantity);
  /** What a person's ticket shows, or showed so long ago. */
  const shownBy = async (person: Person, minutesAgo = 0) => {
    const { qr, movingSecret } = onlyRow(
      (await myTickets(person.ctx(), {})).filter(
        ({ status, sessionId }) => status === "VALID" && sessionId === id,
      ),
    );
    const now = await databaseNow(db);
    return movingCode(qr, movingSecret ?? "", now.getTime() - minutesAgo * 60_000);
  };
  const sold = () => db.select().from(tickets).where(eq(tickets.orderId, order.orderId)).orderBy(tickets.id);
  return {
    id,
    seller,
    buyer,
    shownBy,
    orderId: order.orderId,
    sold,
    qrs: (await sold()).map(({ qr }) => qr),
  };
}

export interface ScanOptions {
  readonly key?: string;
  readonly direction?: "IN" | "OUT";
  readonly isConfirmed?: boolean;
  readonly minutesAgo?: number;
  readonly decided?: ScanOutcome;
}

/** A device that opened a door link for an event session. */
export async function givenDevice(seller: Person, eventSessionId: EventSessionId, name = "정문") {
  const link = await createDoorLink(seller.ctx(), { eventSessionId, name });
  const { deviceToken } = await openDoor(createContext(), { token: link.token });
  const ctx = async () => createContext({ actor: await authenticateDevice(createContext(), deviceToken) });
  const scan = async (code: string, options: ScanOptions = {}) => {
    const { key = crypto.randomUUID(), direction = "IN", isConfirmed, minutesAgo = 0, decided } = options;
    const scans = [{ key, code, direction, isConfirmed, ageMs: minutesAgo * 60_000, decided }];
    return onlyRow((await scanTickets(await ctx(), { scans })).results);
  };
  return { link, deviceToken, ctx, scan };
}

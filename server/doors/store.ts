import { and, eq, gt, max, sql } from "drizzle-orm";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { doorDevices, doorLinks, doorRules, scans } from "#db/schema/doors.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { DoorDeviceId, DoorLinkId, DoorRules } from "./contract.ts";

export type ScanRow = typeof scans.$inferSelect;

export async function insertLink(tx: Tx, link: typeof doorLinks.$inferInsert) {
  return onlyRow(await tx.db.insert(doorLinks).values(link).returning());
}

export const countLinks = (ctx: AppContext, id: EventSessionId): Promise<number> =>
  ctx.db.$count(doorLinks, eq(doorLinks.eventSessionId, id));

/** The door links of an event session with their devices and their last use, the newest first. */
export async function findLinks(ctx: AppContext, id: EventSessionId) {
  const rows = await ctx.db
    .select({
      link: doorLinks,
      devices: sql<number>`count(distinct ${doorDevices.id})::int`,
      openedAt: max(doorDevices.openedAt),
      scannedAt: max(scans.receivedAt),
    })
    .from(doorLinks)
    .leftJoin(doorDevices, eq(doorDevices.doorLinkId, doorLinks.id))
    .leftJoin(scans, eq(scans.doorDeviceId, doorDevices.id))
    .where(eq(doorLinks.eventSessionId, id))
    .groupBy(doorLinks.id)
    .orderBy(sql`${doorLinks.createdAt} desc`, doorLinks.id);
  return rows.map(({ link, devices, openedAt, scannedAt }) => ({
    ...link,
    devices,
    lastUsedAt: scannedAt && openedAt && scannedAt > openedAt ? scannedAt : openedAt,
  }));
}

/** A door link, until the transaction ends. */
export async function lockLink(tx: Tx, where: { id: DoorLinkId } | { tokenHash: string }) {
  const is = "id" in where ? eq(doorLinks.id, where.id) : eq(doorLinks.tokenHash, where.tokenHash);
  const [row] = await tx.db.select().from(doorLinks).where(is).for("update");
  return row;
}

export async function revokeLink(tx: Tx, id: DoorLinkId): Promise<void> {
  await tx.db.update(doorLinks).set({ revokedAt: sql`app_now()` }).where(eq(doorLinks.id, id));
}

export async function insertDevice(tx: Tx, device: typeof doorDevices.$inferInsert): Promise<void> {
  await tx.db.insert(doorDevices).values(device);
}

export const countDevices = (ctx: AppContext, id: DoorLinkId): Promise<number> =>
  ctx.db.$count(doorDevices, eq(doorDevices.doorLinkId, id));

const device = {
  deviceId: doorDevices.id,
  number: doorDevices.number,
  openedAt: doorDevices.openedAt,
  linkId: doorLinks.id,
  entrance: doorLinks.name,
  revokedAt: doorLinks.revokedAt,
  eventSessionId: doorLinks.eventSessionId,
  startsAt: eventSessions.startsAt,
  cancelledAt: eventSessions.cancelledAt,
  now: sql<Date>`app_now()`.mapWith(eventSessions.startsAt),
};
export type DeviceRow = NonNullable<Awaited<ReturnType<typeof findDevice>>>;

const devices = (ctx: AppContext) =>
  ctx.db
    .select(device)
    .from(doorDevices)
    .innerJoin(doorLinks, eq(doorLinks.id, doorDevices.doorLinkId))
    .innerJoin(eventSessions, eq(eventSessions.id, doorLinks.eventSessionId));

/** A device with its link and its event session. */
export async function findDevice(ctx: AppContext, where: { id: DoorDeviceId } | { tokenHash: string }) {
  const is = "id" in where ? eq(doorDevices.id, where.id) : eq(doorDevices.tokenHash, where.tokenHash);
  const [row] = await devices(ctx).where(is);
  return row;
}

/** The same in a transaction, until whose end its link cannot be revoked. */
export async function holdDevice(tx: Tx, id: DoorDeviceId) {
  const [row] = await devices(tx).where(eq(doorDevices.id, id)).for("share", { of: doorLinks });
  return row;
}

/** The event of an event session, and when it starts. */
export async function findEventSession(ctx: AppContext, id: EventSessionId) {
  const [row] = await ctx.db
    .select({
      eventTitle: events.title,
      venue: events.venue,
      startsAt: eventSessions.startsAt,
      cancelledAt: eventSessions.cancelledAt,
    })
    .from(eventSessions)
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(eq(eventSessions.id, id));
  return onlyRow(row ? [row] : []);
}

/** What an event session's doors go by: no one comes back unless someone allowed it. */
export async function findRules(ctx: AppContext, id: EventSessionId): Promise<DoorRules> {
  const rows = await ctx.db
    .select({ reentry: doorRules.reentry, entryCodes: eventSessions.entryCodes })
    .from(eventSessions)
    .leftJoin(doorRules, eq(doorRules.eventSessionId, eventSessions.id))
    .where(eq(eventSessions.id, id));
  const { reentry, entryCodes } = onlyRow(rows);
  return { reentry: reentry ?? false, entryCodes };
}

export async function saveRules(
  tx: Tx,
  id: EventSessionId,
  rules: Pick<DoorRules, "reentry">,
): Promise<void> {
  await tx.db
    .insert(doorRules)
    .values({ eventSessionId: id, ...rules })
    .onConflictDoUpdate({ target: doorRules.eventSessionId, set: rules });
}

export async function insertScans(tx: Tx, rows: readonly (typeof scans.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.db.insert(scans).values([...rows]);
}

/** Which of these scans a device sent before. */
export const findScansOfKeys = (
  ctx: AppContext,
  id: DoorDeviceId,
  keys: readonly string[],
): Promise<ScanRow[]> =>
  ctx.db
    .select()
    .from(scans)
    .where(and(eq(scans.doorDeviceId, id), inList(scans.key, keys)));

/** The scans of tickets that let someone through, in the order in which they were made. */
export const findPassed = (ctx: AppContext, ticketIds: readonly string[]): Promise<ScanRow[]> =>
  ctx.db
    .select()
    .from(scans)
    .where(and(inList(scans.ticketId, ticketIds), scans.passed))
    .orderBy(scans.ticketId, scans.scannedAt, scans.seq);

/** The newest scan of an event session; 0 where there is none. */
export async function lastScanOf(ctx: AppContext, id: EventSessionId): Promise<number> {
  const [row] = await ctx.db
    .select({ last: max(scans.seq) })
    .from(scans)
    .where(eq(scans.eventSessionId, id));
  return row?.last ?? 0;
}

/** Whose tickets were scanned after a scan. */
export async function findScannedAfter(ctx: AppContext, id: EventSessionId, seq: number) {
  const rows = await ctx.db
    .selectDistinct({ id: scans.ticketId })
    .from(scans)
    .where(and(eq(scans.eventSessionId, id), gt(scans.seq, seq)));
  return rows.map(({ id }) => id);
}

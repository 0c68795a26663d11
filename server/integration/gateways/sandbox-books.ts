import { createHash, timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { sandboxVendors } from "#db/schema/integration.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import type { IntegrationSessionId } from "../contract.ts";
import { findPhoneLineByRecipient } from "../phone-lines.store.ts";

/** A code as the pretended marketplace keeps it: it can be compared, not read. */
const digest = (vendorId: string, code: string): string =>
  createHash("sha256").update(`${vendorId} ${code}`).digest("hex");

interface SentCode {
  readonly vendorId: string;
  readonly channel: "sms" | "email";
  readonly code: string;
  /** The number or the address that the seller typed in. */
  readonly to: string;
}

/**
 * Books a code that was sent to a vendor, and the session that held the number or the inbox then: what was proved before
 * counts no more, and what is proved now counts for that session alone.
 */
export async function bookCode(ctx: AppContext, { vendorId, channel, code, to }: SentCode): Promise<void> {
  const integrationSessionId = (await findPhoneLineByRecipient(ctx, channel, to))?.holderId ?? null;
  const hash = digest(vendorId, code);
  const book =
    channel === "sms"
      ? { smsDigest: hash, smsSessionId: integrationSessionId }
      : { emailDigest: hash, emailSessionId: integrationSessionId };
  const start = channel === "sms" ? { smsVerified: false, emailVerified: false } : { emailVerified: false };
  await ctx.db
    .insert(sandboxVendors)
    .values({ vendorId, ...book })
    .onConflictDoUpdate({
      target: sandboxVendors.vendorId,
      set: { ...book, ...start, updatedAt: sql`app_now()` },
    });
}

/** Takes a code that someone typed in. @returns whether it is the one that was sent */
export async function tryCode(
  ctx: AppContext,
  vendorId: string,
  channel: "sms" | "email",
  code: string,
): Promise<boolean> {
  const book = await findVendor(ctx, vendorId);
  const known = channel === "sms" ? book?.smsDigest : book?.emailDigest;
  const given = Buffer.from(digest(vendorId, code));
  if (!known || !timingSafeEqual(Buffer.from(known), given)) return false;
  if (channel === "email" && !book?.smsVerified) return false;
  await ctx.db
    .update(sandboxVendors)
    .set({
      ...(channel === "sms" ? { smsVerified: true } : { emailVerified: true }),
      updatedAt: sql`app_now()`,
    })
    .where(eq(sandboxVendors.vendorId, vendorId));
  return true;
}

export async function findVendor(ctx: AppContext, vendorId: string) {
  const [row] = await ctx.db.select().from(sandboxVendors).where(eq(sandboxVendors.vendorId, vendorId));
  return row;
}

/** Whether both codes were entered that were sent to the vendor for this session. */
export async function isVerified(
  ctx: AppContext,
  vendorId: string,
  integrationSessionId: IntegrationSessionId,
): Promise<boolean> {
  const book = await findVendor(ctx, vendorId);
  const isOfSession =
    book?.smsSessionId === integrationSessionId && book.emailSessionId === integrationSessionId;
  return isOfSession && book.smsVerified && book.emailVerified;
}

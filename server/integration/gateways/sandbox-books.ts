import { createHash, timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { sandboxVendors } from "#db/schema/sandbox.ts";
import type { AppContext } from "../../platform/context.ts";

/** A code as the pretended marketplace keeps it: it can be compared, not read. */
const digest = (vendorId: string, code: string): string =>
  createHash("sha256").update(`${vendorId} ${code}`).digest("hex");

/** Books the codes that were sent to a vendor; what it had proved before counts no more. */
export async function bookCode(
  ctx: AppContext,
  vendorId: string,
  channel: "sms" | "email",
  code: string,
): Promise<void> {
  const book =
    channel === "sms" ? { smsDigest: digest(vendorId, code) } : { emailDigest: digest(vendorId, code) };
  const start = channel === "sms" ? { smsVerified: false, emailVerified: false } : { emailVerified: false };
  await ctx.db
    .insert(sandboxVendors)
    .values({ vendorId, ...book })
    .onConflictDoUpdate({
      target: sandboxVendors.vendorId,
      set: { ...book, ...start, updatedAt: sql`app_now()` },
    });
}

/** Takes a code that somebody typed in. @returns whether it is the one that was sent */
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

export const isVerified = async (ctx: AppContext, vendorId: string): Promise<boolean> =>
  (await findVendor(ctx, vendorId))?.emailVerified ?? false;

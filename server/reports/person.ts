import { and, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { passkeys, secondFactors, users } from "#db/schema/auth.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { marketplaceAccounts } from "#db/schema/integration.ts";
import { orders } from "#db/schema/orders.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { Person, type UserId, userId } from "../auth/contract.ts";
import { personMachine } from "../auth/machine.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { instantOut } from "../platform/values/text.ts";
import { OrderListed, orderColumns } from "./orders.ts";

/** The latest orders and happenings that are shown. */
const ORDERS_SHOWN = 10;
const HAPPENINGS_SHOWN = 50;

/** What happened to an account: a step of its machine, or an act on it. */
const Happening = z.object({
  at: instantOut,
  kind: z.enum(["step", "act"]),
  /** The state it went to, or the action. */
  what: z.string(),
  from: z.string().nullable(),
  /** `user`, `system` or `anonymous`, and who. */
  by: z.string(),
  actorId: z.string().nullable(),
  email: z.string().nullable(),
  /** The reason, the new role, or why it was refused. */
  detail: z.string().nullable(),
});
type Happening = z.input<typeof Happening>;

const PersonReport = Person.extend({
  /** The ids that marketplaces know their connected accounts by. */
  vendors: z.array(z.string()),
  /** Whether an authenticator app is set up, and how many passkeys there are. */
  factors: z.object({ app: z.boolean(), passkeys: z.int() }),
  orderCount: z.int(),
  /** The newest first. */
  orders: z.array(OrderListed),
  history: z.array(Happening),
});

export const getPersonReport = defineQuery({
  id: "reports.get-person-report",
  summary: "A person with their latest orders and what happened to their account.",
  allow: role("ADMIN"),
  input: z.strictObject({ id: userId }),
  output: PersonReport,
  async run(ctx, { id }) {
    const [person] = await ctx.db.select().from(users).where(eq(users.id, id));
    if (!person) throw platformErrors.not_found({ what: "user" });
    const [vendors, app, passkeyCount, orderCount, latest, steps, acts] = await Promise.all([
      ctx.db
        .select({ vendorId: marketplaceAccounts.vendorId })
        .from(marketplaceAccounts)
        .where(eq(marketplaceAccounts.userId, id)),
      ctx.db.$count(secondFactors, and(eq(secondFactors.userId, id), isNotNull(secondFactors.confirmedAt))),
      ctx.db.$count(passkeys, eq(passkeys.userId, id)),
      ctx.db.$count(orders, eq(orders.userId, id)),
      ordersOf(ctx, id),
      stepsOf(ctx, id),
      actsOn(ctx, id),
    ]);
    const { email, state, createdAt } = person;
    return {
      ...{ id, email, role: person.role, state, createdAt, orderCount, orders: latest },
      vendors: vendors.map(({ vendorId }) => vendorId),
      factors: { app: app > 0, passkeys: passkeyCount },
      history: [...steps, ...acts]
        .sort((one, other) => other.at.getTime() - one.at.getTime())
        .slice(0, HAPPENINGS_SHOWN),
    };
  },
});

const ordersOf = (ctx: AppContext, id: UserId) =>
  ctx.db
    .select(orderColumns)
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(eq(orders.userId, id))
    .orderBy(desc(orders.createdAt))
    .limit(ORDERS_SHOWN);

async function stepsOf(ctx: AppContext, id: UserId): Promise<Happening[]> {
  const { at, toState, fromState, actorKind, actorId, reason, seq } = stateHistory;
  const rows = await ctx.db
    .select({
      at,
      what: toState,
      from: fromState,
      by: actorKind,
      actorId,
      email: users.email,
      detail: reason,
    })
    .from(stateHistory)
    .leftJoin(users, eq(users.id, actorId))
    .where(and(eq(stateHistory.entity, personMachine.name), eq(stateHistory.entityId, id)))
    .orderBy(desc(seq))
    .limit(HAPPENINGS_SHOWN);
  return rows.map((row) => ({ kind: "step", ...row }));
}

/** The acts on the account but its moves, which are steps. */
async function actsOn(ctx: AppContext, id: UserId): Promise<Happening[]> {
  const { at, action, actorKind, actorId, outcome, meta, target, seq } = auditLog;
  const rows = await ctx.db
    .select({ at, what: action, by: actorKind, actorId, email: users.email, outcome, meta })
    .from(auditLog)
    .leftJoin(users, eq(users.id, actorId))
    .where(and(eq(target, id), ne(action, sql`'auth.move-person'`)))
    .orderBy(desc(seq))
    .limit(HAPPENINGS_SHOWN);
  return rows.map(({ outcome, meta, ...row }) => {
    const said = [outcome === "ok" ? null : outcome, meta?.role, meta?.reason];
    const detail = said.filter((text) => typeof text === "string").join(" · ");
    return { kind: "act", from: null, ...row, detail: detail || null };
  });
}

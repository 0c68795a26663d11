import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { holds } from "#db/schema/holds.ts";
import { integrationSessions } from "#db/schema/integration.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { holdMachine } from "../holds/machine.ts";
import { integrationSessionMachine } from "../integration/machine.ts";
import { paymentMachine } from "../payments/machine.ts";
import { role } from "../platform/operation/allow.ts";
import { defineList } from "../platform/operation/list.ts";
import { instantOut } from "../platform/values/text.ts";

/** A thing in a list of those in a state. */
const itemIn = <S extends z.ZodType>(state: S) =>
  z.object({
    id: z.string(),
    state,
    email: z.string(),
    createdAt: instantOut,
    /** The order that it belongs to; null where there is none. */
    orderId: z.string().nullable(),
  });

const titles = {
  id: ["번호", "Id"],
  state: ["상태", "State"],
  email: ["이메일", "E-mail"],
  createdAt: ["만든 시각", "Made at"],
  orderId: ["주문 번호", "Order id"],
} as const;

export const listPayments = defineList({
  id: "reports.list-payments",
  summary: "Payments, the newest first.",
  allow: role("ADMIN"),
  filters: { state: z.enum(paymentMachine.states).default(paymentMachine.initial) },
  item: itemIn(z.enum(paymentMachine.states)),
  titles,
  sorts: { createdAt: payments.createdAt },
  initialSort: "-createdAt",
  key: payments.id,
  rows: (ctx, { state }, { keys, after, orderBy, limit }) =>
    ctx.db
      .select({
        ...{ id: payments.id, state: payments.state, email: users.email },
        ...{ createdAt: payments.createdAt, orderId: payments.orderId, ...keys },
      })
      .from(payments)
      .innerJoin(orders, eq(orders.id, payments.orderId))
      .innerJoin(users, eq(users.id, orders.userId))
      .where(and(eq(payments.state, state), after))
      .orderBy(...orderBy)
      .limit(limit),
});

export const listHolds = defineList({
  id: "reports.list-holds",
  summary: "Holds, the newest first.",
  allow: role("ADMIN"),
  filters: { state: z.enum(holdMachine.states).default(holdMachine.initial) },
  item: itemIn(z.enum(holdMachine.states)),
  titles,
  sorts: { createdAt: holds.createdAt },
  initialSort: "-createdAt",
  key: holds.id,
  rows: (ctx, { state }, { keys, after, orderBy, limit }) =>
    ctx.db
      .select({
        ...{ id: holds.id, state: holds.state, email: users.email },
        ...{ createdAt: holds.createdAt, orderId: orders.id, ...keys },
      })
      .from(holds)
      .innerJoin(users, eq(users.id, holds.userId))
      .leftJoin(orders, eq(orders.holdId, holds.id))
      .where(and(eq(holds.state, state), after))
      .orderBy(...orderBy)
      .limit(limit),
});

export const listIntegrationSessions = defineList({
  id: "reports.list-integration-sessions",
  summary: "Integration sessions, the newest first.",
  allow: role("ADMIN"),
  filters: { state: z.enum(integrationSessionMachine.states).default(integrationSessionMachine.initial) },
  item: itemIn(z.enum(integrationSessionMachine.states)),
  titles,
  sorts: { createdAt: integrationSessions.createdAt },
  initialSort: "-createdAt",
  key: integrationSessions.id,
  rows: (ctx, { state }, { keys, after, orderBy, limit }) =>
    ctx.db
      .select({
        ...{ id: integrationSessions.id, state: integrationSessions.state, email: users.email },
        ...{ createdAt: integrationSessions.createdAt, orderId: sql<string | null>`null`, ...keys },
      })
      .from(integrationSessions)
      .innerJoin(users, eq(users.id, integrationSessions.userId))
      .where(and(eq(integrationSessions.state, state), after))
      .orderBy(...orderBy)
      .limit(limit),
});

import { and, eq, gte, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { auditLog } from "#db/schema/platform.ts";
import { role } from "../platform/operation/allow.ts";
import { defineList } from "../platform/operation/list.ts";
import { dayInSeoul } from "../platform/values/days.ts";
import { instantOut, textOf } from "../platform/values/text.ts";

export const listAudit = defineList({
  id: "reports.list-audit",
  summary: "The audit log, the newest first.",
  allow: role("ADMIN"),
  filters: {
    /** A person's id or e-mail, or the name of a job. */
    actor: textOf(200).optional(),
    /** The whole name, such as `auth.grant-role`. */
    action: textOf(200).optional(),
    /** The whole id of what was acted on. */
    target: textOf(200).optional(),
    trace: textOf(200).optional(),
    /** The days in Seoul, the first and the last. */
    since: dayInSeoul("start").optional(),
    until: dayInSeoul("end").optional(),
  },
  item: z.object({
    seq: z.int(),
    at: instantOut,
    action: z.string(),
    /** `ok`, or the reason of the refusal. */
    outcome: z.string(),
    /** `user`, `system` or `anonymous`. */
    actorKind: z.string(),
    actorId: z.string().nullable(),
    /** The e-mail, where a person did it. */
    email: z.string().nullable(),
    target: z.string().nullable(),
    /** JSON. */
    meta: z.string().nullable(),
    traceId: z.string(),
  }),
  titles: {
    seq: ["번호", "Number"],
    at: ["시각", "At"],
    action: ["행위", "Action"],
    outcome: ["결과", "Outcome"],
    actorKind: ["행위자 종류", "Kind of actor"],
    actorId: ["행위자 ID", "Actor id"],
    email: ["행위자 이메일", "Actor's e-mail"],
    target: ["대상", "Target"],
    meta: ["내용", "Details"],
    traceId: ["추적 ID", "Trace id"],
  },
  sorts: { at: auditLog.at },
  initialSort: "-at",
  key: auditLog.seq,
  rows: (ctx, { actor, action, target, trace, since, until }, { keys, after, orderBy, limit }) =>
    ctx.db
      .select({
        seq: auditLog.seq,
        at: auditLog.at,
        action: auditLog.action,
        outcome: auditLog.outcome,
        actorKind: auditLog.actorKind,
        actorId: auditLog.actorId,
        email: users.email,
        target: auditLog.target,
        meta: sql<string | null>`${auditLog.meta}::text`,
        traceId: auditLog.traceId,
        ...keys,
      })
      .from(auditLog)
      .leftJoin(users, eq(users.id, auditLog.actorId))
      .where(
        and(
          actor === undefined
            ? undefined
            : actor.includes("@")
              ? sql`${auditLog.actorId} = (select id from users where lower(email) = lower(${actor}))`
              : eq(auditLog.actorId, actor),
          action === undefined ? undefined : eq(auditLog.action, action),
          target === undefined ? undefined : eq(auditLog.target, target),
          trace === undefined ? undefined : eq(auditLog.traceId, trace),
          since && gte(auditLog.at, since),
          until && lt(auditLog.at, until),
          after,
        ),
      )
      .orderBy(...orderBy)
      .limit(limit),
});

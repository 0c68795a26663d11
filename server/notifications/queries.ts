import { cursorAfter } from "../platform/database/keyset.ts";
import { role, signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { NoInput } from "../platform/values/text.ts";
import { findNoticeChoices } from "./choices.store.ts";
import {
  Department,
  Departments,
  ListNotifications,
  MyDepartments,
  MyNotices,
  NotificationKind,
  NotificationPage,
  OpeningInput,
  OpeningWish,
  Unread,
} from "./contract.ts";
import { findDepartmentsOf, findMembers, findStaff } from "./departments.store.ts";
import { countUnread, findInbox, findTitles, INBOX_ORDER, type InboxRow } from "./inbox.store.ts";
import { hasWish } from "./openings.store.ts";
import { hasTurnWish } from "./turns.store.ts";
import { NOTICES } from "./values.ts";

export const myNotifications = defineQuery({
  id: "notifications.my-notifications",
  summary: "What the caller and their departments were told, the newest first.",
  allow: signedIn,
  input: ListNotifications,
  output: NotificationPage,
  async run(ctx, { cursor, limit }) {
    const rows = await findInbox(ctx, ctx.actor.userId, { cursor, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const titles = await findTitles(ctx, shown.flatMap(subjectOf));
    const last = shown.at(-1);
    return {
      // A process of the version before does not know each kind that a newer one writes.
      items: shown.flatMap((row) => {
        const { data: kind } = NotificationKind.safeParse(row.kind);
        return kind ? [{ ...row, kind, title: subjectOf(row).map((id) => titles.get(id))[0] ?? null }] : [];
      }),
      nextCursor:
        rows.length > limit && last
          ? cursorAfter(INBOX_ORDER, { cursorValue: last.createdAt, cursorKey: last.eventId })
          : null,
    };
  },
});

/** The id of the order, event session or event that a notification is about. */
function subjectOf({ params: { orderId, sessionId, eventId } }: InboxRow): string[] {
  const id = orderId ?? sessionId ?? eventId;
  return typeof id === "string" ? [id] : [];
}

export const unreadNotifications = defineQuery({
  id: "notifications.unread-notifications",
  summary: "How many notifications the caller has not read, up to a hundred.",
  allow: signedIn,
  input: NoInput,
  output: Unread,
  async run(ctx) {
    const { userId } = ctx.actor;
    return { unread: (await countUnread(ctx, [userId])).get(userId) ?? 0 };
  },
});

export const getDepartments = defineQuery({
  id: "notifications.get-departments",
  summary: "Every department with its members, and who can be one.",
  allow: role("ADMIN"),
  input: NoInput,
  output: Departments,
  async run(ctx) {
    const [members, staff] = await Promise.all([findMembers(ctx), findStaff(ctx)]);
    return {
      departments: Department.options.map((department) => ({
        department,
        members: members.filter((member) => member.department === department),
      })),
      staff,
    };
  },
});

export const myOpening = defineQuery({
  id: "notifications.my-opening",
  summary: "Whether the caller is told when sales of an event session open.",
  allow: signedIn,
  input: OpeningInput,
  output: OpeningWish,
  run: async (ctx, { sessionId: eventSessionId }) => ({
    asked: await hasWish(ctx, { eventSessionId, userId: ctx.actor.userId }),
  }),
});

export const myTurn = defineQuery({
  id: "notifications.my-turn",
  summary: "Whether the caller is told when it is their turn in a queue.",
  allow: signedIn,
  input: OpeningInput,
  output: OpeningWish,
  run: async (ctx, { sessionId: eventSessionId }) => ({
    asked: await hasTurnWish(ctx, { eventSessionId, userId: ctx.actor.userId }),
  }),
});

export const myNotices = defineQuery({
  id: "notifications.my-notices",
  summary: "How the caller is told of each sort of news, beside the app.",
  allow: signedIn,
  input: NoInput,
  output: MyNotices,
  async run(ctx) {
    const chosen = await findNoticeChoices(ctx, ctx.actor.userId);
    return NOTICES.map((notice) => {
      const { byEmail = true, byPush = true } = chosen.find((row) => row.notice === notice) ?? {};
      return { notice, byEmail, byPush };
    });
  },
});

export const myDepartments = defineQuery({
  id: "notifications.my-departments",
  summary: "The caller's departments, and how they are told what those are told.",
  allow: signedIn,
  input: NoInput,
  output: MyDepartments,
  run: (ctx) => findDepartmentsOf(ctx, ctx.actor.userId),
});

import { and, eq, type SQL, sql } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { departmentMembers, notifications } from "#db/schema/notifications.ts";
import { waitingSince } from "../platform/database/clock.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import { Department } from "./contract.ts";
import { tellNews } from "./store.ts";

type PersonId = UserActor["userId"];

/** Whether a person is of the staff now: who was suspended or is no operator any more is told nothing. */
export const isStaff = (userId: SQL): SQL => sql`exists (
  select from users staff where staff.id = ${userId} and staff.role = 'ADMIN' and staff.state = 'ACTIVE')`;

const memberIsStaff = and(
  eq(users.id, departmentMembers.userId),
  eq(users.role, "ADMIN"),
  eq(users.state, "ACTIVE"),
);

/** Makes someone of the staff a member of a department; a member stays as they are. @returns false for anyone else */
export async function insertMember(tx: Tx, department: Department, userId: PersonId): Promise<boolean> {
  const [person] = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isStaff(sql`${users.id}`)))
    .for("share");
  if (!person) return false;
  await tx.db.insert(departmentMembers).values({ department, userId }).onConflictDoNothing();
  await tellNews(tx, [department]);
  return true;
}

export async function deleteMember(tx: Tx, department: Department, userId: PersonId): Promise<void> {
  await tx.db
    .delete(departmentMembers)
    .where(and(eq(departmentMembers.department, department), eq(departmentMembers.userId, userId)));
  await tellNews(tx, [department]);
}

/** Saves how a member wants to be told. @returns false for who is no member */
export async function saveChoice(
  tx: Tx,
  {
    department,
    userId,
    ...choice
  }: {
    readonly department: Department;
    readonly userId: PersonId;
    readonly inApp: boolean;
    readonly byEmail: boolean;
  },
): Promise<boolean> {
  const rows = await tx.db
    .update(departmentMembers)
    .set(choice)
    .where(and(eq(departmentMembers.department, department), eq(departmentMembers.userId, userId)))
    .returning({ userId: departmentMembers.userId });
  await tellNews(tx, [userId]);
  return rows.length > 0;
}

/** The members of all departments, by their e-mail. */
export async function findMembers(ctx: AppContext) {
  const rows = await ctx.db
    .select({ member: departmentMembers, email: users.email })
    .from(departmentMembers)
    .innerJoin(users, memberIsStaff)
    .orderBy(sql`lower(${users.email})`);
  return rows.map(({ member, email }) => ({
    ...member,
    department: Department.parse(member.department),
    email,
  }));
}

const LISTED_MAX = 500;

/** Who is of the staff, by their e-mail. */
export const findStaff = (ctx: AppContext) =>
  ctx.db
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(and(eq(users.role, "ADMIN"), eq(users.state, "ACTIVE")))
    .orderBy(sql`lower(${users.email})`)
    .limit(LISTED_MAX);

export async function findDepartmentsOf(ctx: AppContext, userId: PersonId) {
  const rows = await ctx.db
    .select()
    .from(departmentMembers)
    .innerJoin(users, memberIsStaff)
    .where(eq(departmentMembers.userId, userId))
    .orderBy(departmentMembers.department);
  return rows.map(({ department_members: { inApp, byEmail, department } }) => ({
    ...{ inApp, byEmail, department: Department.parse(department) },
  }));
}

/** Who of these departments wants e-mails, a row for each person and department. */
export const findMailed = (tx: Tx, departments: readonly Department[]) =>
  tx.db
    .select({ userId: users.id, email: users.email, department: departmentMembers.department })
    .from(departmentMembers)
    .innerJoin(users, memberIsStaff)
    .where(and(inList(departmentMembers.department, departments), eq(departmentMembers.byEmail, true)));

/** What a department was told, as an e-mail needs it. */
export interface DepartmentNews {
  readonly department: string;
  readonly eventId: string;
  readonly kind: string;
  readonly params: Record<string, unknown>;
}

/** Takes what departments were told and their people not yet mailed, the oldest first. Nobody else takes it again. */
export async function takeMailDue(tx: Tx, countMax: number): Promise<DepartmentNews[]> {
  const due = tx.db
    .select({ id: notifications.id })
    .from(notifications)
    .where(sql`mail_due`)
    .orderBy(notifications.createdAt)
    .limit(countMax)
    .for("update", { skipLocked: true });
  const rows = await tx.db
    .update(notifications)
    .set({ mailDue: false })
    .where(sql`${notifications.id} in (${due.getSQL()})`)
    .returning();
  return rows
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
    .map(({ recipient: department, eventId, kind, params }) => ({ department, eventId, kind, params }));
}

/** How many notifications wait to be mailed, and for how many seconds the oldest has. */
export async function countMailDue(ctx: AppContext) {
  const rows = await ctx.db
    .select(waitingSince(notifications.createdAt))
    .from(notifications)
    .where(eq(notifications.mailDue, true));
  return onlyRow(rows);
}

import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { Person } from "../auth/contract.ts";
import { personMachine } from "../auth/machine.ts";
import { role } from "../platform/operation/allow.ts";
import { ROLES } from "../platform/operation/context.ts";
import { defineList } from "../platform/operation/list.ts";
import { textOf } from "../platform/values/text.ts";

export const listPeople = defineList({
  id: "reports.list-people",
  summary: "People, the newest account first.",
  allow: role("ADMIN"),
  filters: {
    /** The beginning of the e-mail, or the whole id. */
    search: textOf(200).optional(),
    state: z.enum(personMachine.states).optional(),
    role: z.enum(ROLES).optional(),
  },
  item: Person,
  titles: {
    id: ["회원 번호", "Person id"],
    email: ["이메일", "E-mail"],
    role: ["권한", "Role"],
    state: ["상태", "State"],
    createdAt: ["가입 시각", "Joined at"],
  },
  sorts: { createdAt: users.createdAt },
  initialSort: "-createdAt",
  key: users.id,
  rows: (ctx, { search, state, role }, { keys, after, orderBy, limit }) =>
    ctx.db
      .select({
        id: users.id,
        email: users.email,
        role: users.role,
        state: users.state,
        createdAt: users.createdAt,
        ...keys,
      })
      .from(users)
      .where(
        and(
          search === undefined ? undefined : named(search),
          state && eq(users.state, state),
          role && eq(users.role, role),
          after,
        ),
      )
      .orderBy(...orderBy)
      .limit(limit),
});

function named(text: string): SQL {
  if (/^user_[0-9a-z]{26}$/.test(text)) return sql`${users.id} = ${text}`;
  const literal = text.replace(/[\\%_]/g, "\\$&");
  return sql`lower(${users.email}) like lower(${literal}) || '%'`;
}

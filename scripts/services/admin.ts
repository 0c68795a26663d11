import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { StartFailure } from "./failure.ts";

/**
 * Makes the owner of an account an administrator from their next login on. A shop's first
 * administrator is made this way, so no other has to allow it. It needs only the app's database, and is audited.
 * @param email - of an account that signed up, in any letter case
 * @throws StartFailure if no active account has it
 */
export async function makeAdmin(sql: Sql, email: string): Promise<void> {
  await sql.begin(async (tx) => {
    const [user] = await tx`
      update users set role = 'ADMIN' where lower(email) = lower(${email}) and state = 'ACTIVE' returning id`;
    if (!user)
      throw new StartFailure(`No active account has the e-mail ${email}: sign up in the shop first.`);
    await tx`
      insert into audit_log (actor_kind, actor_id, action, target, outcome, meta, trace_id)
      values ('system', 'make-admin', 'auth.grant-role', ${user.id}, 'ok', '{"role": "ADMIN"}',
        ${randomUUID().replaceAll("-", "")})`;
  });
}

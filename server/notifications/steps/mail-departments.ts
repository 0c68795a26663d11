import { inMailboxOrder, mailPeople } from "../../mail/steps/mail-people.ts";
import { env } from "../../platform/config/env.ts";
import type { WrittenMail } from "../../platform/mail/letter.ts";
import { mailPayload } from "../../platform/mail/mail.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { Department } from "../contract.ts";
import { type DepartmentNews, findMailed } from "../departments.store.ts";

/**
 * Mails what departments were told, in the caller's transaction: to their members who want e-mails and to the addresses
 * of `DEPARTMENT_MAIL`, one e-mail each. What several departments of a reader were told is in it once.
 */
export async function mailDepartments(
  tx: Tx,
  news: readonly DepartmentNews[],
  mailOf: (news: readonly DepartmentNews[]) => WrittenMail,
): Promise<void> {
  const told = new Set(news.map(({ department }) => department));
  const departments = Department.options.filter((department) => told.has(department));
  const members = Map.groupBy(await findMailed(tx, departments), ({ userId }) => userId);
  const newsOf = (read: readonly string[]) => [
    ...new Map(
      news.filter(({ department }) => read.includes(department)).map((each) => [each.eventId, each]),
    ).values(),
  ];
  const people = [...members.values()].flatMap((rows) => {
    const [first] = rows;
    return first ? [{ ...first, read: rows.map(({ department }) => department) }] : [];
  });
  await mailPeople(
    tx,
    "department.told",
    inMailboxOrder(people).map(({ userId, email, read }) => ({ userId, to: email, ...mailOf(newsOf(read)) })),
  );
  // The addresses are the operator's own, whom nothing limits. A member who has one of them reads it once.
  const mailed = new Set(people.map(({ email }) => email.toLowerCase()));
  const addresses = Map.groupBy(
    env.DEPARTMENT_MAIL.filter(
      ({ department, address }) => told.has(department) && !mailed.has(address.toLowerCase()),
    ),
    ({ address }) => address,
  );
  writeTransmissions(
    tx,
    [...addresses].map(([address, rows]) => ({
      ...{ destination: "email", type: "Email", aggregateId: address },
      payload: mailPayload(address, mailOf(newsOf(rows.map(({ department }) => department)))),
    })),
  );
}

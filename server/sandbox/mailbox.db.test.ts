import { expect, it } from "vitest";
import { mailPeople } from "../mail/steps/mail-people.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { SECRET_LINK } from "../platform/mail/mail.ts";
import { createContext } from "../platform/operation/context.ts";
import { given, newKey, type Person } from "../testing/given.ts";
import { getMailbox } from "./queries.ts";

const mail = (person: Person, subject: string) =>
  inTransaction(createContext(), (tx) =>
    mailPeople(tx, "order.resent", [
      { userId: person.userId, to: `${person.userId}@test.example`, subject, text: "글" },
    ]),
  );
const subjectsOf = async (person: Person) =>
  (await getMailbox(person.ctx(), {})).items.map(({ subject }) => subject);

it("shows people what is mailed to them, and operators all of it", async () => {
  const [one, other] = await given.two();
  const admin = await given.person("ADMIN");
  const [mine, theirs] = [newKey(), newKey()];
  await mail(one, mine);
  await mail(other, theirs);
  expect([await subjectsOf(one), await subjectsOf(other)]).toEqual([[mine], [theirs]]);
  expect(await subjectsOf(admin)).toEqual(expect.arrayContaining([mine, theirs]));
  await expect(getMailbox(createContext(), {})).rejects.toMatchObject({ reason: "unauthorized" });
});

it("shows a mail as its reader sees it, with its link opened", async () => {
  const person = await given.person();
  const [subject, secretLink] = [newKey(), `http://localhost:3000/account-link#${newKey()}`];
  await inTransaction(createContext(), (tx) =>
    mailPeople(tx, "order.resent", [
      {
        ...{ userId: person.userId, to: `${person.userId}@test.example`, secretLink },
        ...{ subject, text: `<열기>\n\n${SECRET_LINK}` },
      },
    ]),
  );
  const [mail] = (await getMailbox(person.ctx(), {})).items;
  expect(mail).toMatchObject({ subject, text: `<열기>\n\n${secretLink}` });
  expect(mail?.html).toContain(`<a href="${secretLink}"`);
  expect(mail?.html).toContain("&lt;열기&gt;");
});

it("is read page by page, the newest first", async () => {
  const person = await given.person();
  const subjects = Array.from({ length: 25 }, newKey);
  for (const subject of subjects) await mail(person, subject);
  const first = await getMailbox(person.ctx(), {});
  const second = await getMailbox(person.ctx(), { cursor: first.nextCursor ?? undefined });
  expect(second.nextCursor).toBeNull();
  const read = [...first.items, ...second.items].map(({ subject }) => subject);
  expect(read).toEqual([...subjects].reverse());
});

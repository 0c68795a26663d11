import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { expect, it } from "vitest";
import { givenDatabase, migrationsBefore } from "#server/testing/upgrades.ts";

it("leaves a person who had several running sessions the one with a phone line, else the newest", async () => {
  const sql = await givenDatabase();
  await migrate(drizzle(sql), { migrationsFolder: migrationsBefore("0008_one_owner_one_session") });
  const people = ["with_line", "without", "single"];
  for (const id of people)
    await sql`insert into users (id, email, password_hash) values (${id}, ${`${id}@test.example`}, 'none')`;
  const session = (id: string, person: string, vendor: string, state: string, minute: number) => sql`
    insert into integration_sessions (id, user_id, vendor_id, state, sms_code, created_at)
    values (${id}, ${person}, ${vendor}, ${state}, 'sealed', timestamptz '2026-01-01' + ${minute} * interval '1 minute')`;
  await session("held", "with_line", "A00000001", "LOCKED", 1);
  await session("newer", "with_line", "A00000002", "WAITING_FOR_LOCK", 2);
  await session("ended", "with_line", "A00000003", "EXPIRED", 3);
  await session("older", "without", "A00000004", "REQUESTED", 1);
  await session("newest", "without", "A00000005", "INFO_ENTERING", 2);
  await session("second_line", "without", "A00000006", "FAILED", 3);
  await session("alone", "single", "A00000007", "VERIFYING", 1);
  await sql`insert into phone_lines (id, phone_number, inbox, holder_id) values ('line', '+821000000001', 'a@test', 'held')`;

  await migrate(drizzle(sql), { migrationsFolder: "db/migrations" });

  const rows = await sql`select id, state, sms_code, end_reason from integration_sessions order by id`;
  expect(Object.fromEntries(rows.map(({ id, state }) => [id, state]))).toEqual({
    ...{ held: "LOCKED", newer: "CANCELLED", ended: "EXPIRED" },
    ...{ older: "CANCELLED", newest: "INFO_ENTERING", second_line: "FAILED", alone: "VERIFYING" },
  });
  const surplus = rows.filter(({ state }) => state === "CANCELLED");
  for (const row of surplus)
    expect(row).toMatchObject({ sms_code: null, end_reason: "one_session_per_person" });
  expect(await sql`select holder_id from phone_lines`).toMatchObject([{ holder_id: "held" }]);
  const steps = await sql`select entity_id, from_state, to_state from state_history order by entity_id`;
  expect(steps).toMatchObject([
    { entity_id: "newer", from_state: "WAITING_FOR_LOCK", to_state: "CANCELLED" },
    { entity_id: "older", from_state: "REQUESTED", to_state: "CANCELLED" },
  ]);
  await expect(session("another", "single", "A00000008", "REQUESTED", 9)).rejects.toMatchObject({
    constraint_name: "one_running_session_per_person",
  });
});

it("frees the line of a person's session that is ended since another of theirs has a line, too", async () => {
  const sql = await givenDatabase();
  await migrate(drizzle(sql), { migrationsFolder: migrationsBefore("0008_one_owner_one_session") });
  await sql`insert into users (id, email, password_hash) values ('greedy', 'greedy@test.example', 'none')`;
  for (const number of [1, 2, 3]) {
    await sql`insert into integration_sessions (id, user_id, vendor_id, state, created_at)
      values (${`session${number}`}, 'greedy', ${`A0000000${number}`}, 'LOCKED', timestamptz '2026-01-01' + ${number} * interval '1 minute')`;
    await sql`insert into phone_lines (id, phone_number, inbox, holder_id)
      values (${`line${number}`}, ${`+82100000000${number}`}, ${`${number}@test`}, ${`session${number}`})`;
  }
  await migrate(drizzle(sql), { migrationsFolder: "db/migrations" });
  expect(
    await sql`select id, holder_id, released_at is not null as freed from phone_lines order by id`,
  ).toMatchObject([
    { holder_id: null, freed: true },
    { holder_id: null, freed: true },
    { holder_id: "session3", freed: false },
  ]);
});

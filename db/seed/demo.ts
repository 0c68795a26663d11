import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/catalog.ts";
import { grantRole } from "#server/auth/commands/grant-role.ts";
import { createEvent } from "#server/catalog/commands/create-event.ts";
import { createEventSession } from "#server/catalog/commands/create-event-session.ts";
import { signUp } from "#server/credentials/commands/sign-up.ts";
import { upsertAccount } from "#server/integration/accounts.store.ts";
import { databaseNow } from "#server/platform/database/clock.ts";
import { inTransaction } from "#server/platform/database/transaction.ts";
import {
  type AppContext,
  createContext,
  type Role,
  systemContext,
} from "#server/platform/operation/context.ts";
import { type Id, newId } from "#server/platform/values/ids.ts";
import { createSeatMap } from "#server/seat-maps/commands/create-seat-map.ts";
import type { SeatMapPlanInput } from "#server/seat-maps/contract.ts";
import { DEMO_HALL } from "./hall.ts";

/** The accounts that the start prints. */
const ACCOUNTS = [
  { email: "admin@demo.test", role: "ADMIN" },
  { email: "seller@demo.test", role: "SELLER" },
  { email: "buyer@demo.test", role: "USER" },
] as const satisfies readonly { email: string; role: Role }[];
const PASSWORD = "Demo1234";

const HOUR_MS = 3_600_000;

interface Show {
  readonly title: string;
  readonly description: string;
  readonly venue: string;
  /** Where it sells numbered seats, each at its section's price. */
  readonly hall?: SeatMapPlanInput;
  readonly sessions: readonly {
    readonly startsIn: number;
    readonly opensIn: number;
    readonly price?: number;
    readonly totalStock?: number;
  }[];
}

/** What is on: by hours from a full hour, sales that are open, a very small one, a hall of seats, one that opens tomorrow. */
const SHOWS: readonly Show[] = [
  {
    title: "첫눈 콘서트",
    description: "겨울밤, 작은 공연장에서 듣는 한 시간. 좌석은 선착순이에요.",
    venue: "서울 마포 · 웨이브홀",
    sessions: [
      { startsIn: 24 * 14, opensIn: -2, price: 66_000, totalStock: 300 },
      { startsIn: 24 * 15, opensIn: -2, price: 66_000, totalStock: 300 },
    ],
  },
  {
    title: "새벽 재즈 클럽",
    description: "테이블 열둘, 연주자 넷. 아주 작은 무대예요.",
    venue: "서울 성수 · 블루문",
    sessions: [{ startsIn: 24 * 5, opensIn: -24, price: 40_000, totalStock: 12 }],
  },
  {
    title: "한겨울 심포니",
    description: "배치도에서 좌석을 직접 고르거나, 추천 좌석을 받아 보세요.",
    venue: "서울 서초 · 선착 콘서트홀",
    hall: DEMO_HALL,
    sessions: [{ startsIn: 24 * 20, opensIn: -2 }],
  },
  {
    title: "봄의 오페라 갈라",
    description: "곧 판매가 시작돼요. 미리 로그인하고 기다려 주세요.",
    venue: "부산 · 바다극장",
    sessions: [{ startsIn: 24 * 40, opensIn: 24, price: 120_000, totalStock: 800 }],
  },
];

/** Accounts and events to look around with, made once through the commands that people use. */
export async function seedDemo(): Promise<void> {
  const admin = await accounts();
  const known = await db.select({ id: events.id }).from(events).limit(1);
  if (known.length > 0) return;
  const now = fullHour(await databaseNow(db));
  for (const show of SHOWS) await makeShow(admin, show, now);
}

const fullHour = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);

async function accounts(): Promise<AppContext> {
  for (const { email, role } of ACCOUNTS) {
    const [known] = await db
      .select()
      .from(users)
      .where(eq(sql`lower(${users.email})`, email));
    const { id: userId } = known ?? (await signUp(createContext(), { email, password: PASSWORD }));
    if (known?.role !== role) await grantRole(systemContext("demo"), { userId, role });
    if (role === "SELLER") await connectAccount(userId);
  }
  const [admin] = await db.select().from(users).where(eq(users.email, ACCOUNTS[0].email));
  const userId = admin?.id as Id<"user">;
  return createContext({
    actor: { kind: "user", userId, role: "ADMIN", loginSessionId: newId("login_session") },
  });
}

/** Connects an account, since only then is its owner a seller. */
const connectAccount = (userId: Id<"user">): Promise<void> =>
  inTransaction(systemContext("demo"), (tx) =>
    upsertAccount(tx, { userId, vendorId: "A00000001", companyName: "선착 공연기획" }),
  );

async function makeShow(admin: AppContext, show: Show, now: Date): Promise<void> {
  const { title, description, venue, hall, sessions } = show;
  const event = await createEvent(admin, { title, description, venue, status: "PUBLISHED" });
  const seatMap = hall && { seatMapId: (await createSeatMap(admin, { name: venue, venue, plan: hall })).id };
  const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR_MS).toISOString();
  for (const { startsIn, opensIn, ...stock } of sessions)
    await createEventSession(admin, {
      eventId: event.id,
      startsAt: inHours(startsIn),
      salesOpenAt: inHours(opensIn),
      salesCloseAt: inHours(startsIn - 1),
      ...(seatMap ? { seatMap } : stock),
    });
}

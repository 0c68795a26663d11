import { sql } from "drizzle-orm";
import { z } from "zod";
import { integrationSessions } from "#db/schema/integration.ts";
import { historyOf } from "../platform/database/transition.ts";
import { role, signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { Actor, AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { unseal } from "../platform/values/seal.ts";
import { NoInput } from "../platform/values/text.ts";
import { accountsOf, findAccounts } from "./accounts.store.ts";
import {
  ConnectedAccounts,
  FindAccounts,
  IntegrationOverview,
  type IntegrationSessionId,
  MarketplaceAccount,
  MessageTaken,
  SessionHistory,
  SessionInput,
  SessionView,
} from "./contract.ts";
import { marketplace } from "./gateways/configured.ts";
import { HOLDING_STATES, type IntegrationState, integrationSessionMachine as machine } from "./machine.ts";
import {
  countPhoneLines,
  findPhoneLineOf,
  findPhoneLines,
  findTimedOut,
  type PhoneLineRow,
} from "./phone-lines.store.ts";
import { INACTIVITY_SECONDS, rolesOf, TIME_OVER_REASONS, waitSecondsMax } from "./policy.ts";
import {
  countSessions,
  findInactive,
  findLastMessage,
  findRunningOfUser,
  findSession,
  findSessions,
  findUnmatched,
  positionOf,
  type SessionRow,
} from "./store.ts";
import { DROP_REASONS } from "./values.ts";

const MASK = "••••••";

export const getOverview = defineQuery({
  id: "integration.get-overview",
  summary: "Phone lines, sessions and the messages that no session waited for.",
  allow: role("ADMIN"),
  input: NoInput,
  output: IntegrationOverview,
  async run(ctx) {
    const [lines, sessions, unmatched, counts, over] = await Promise.all([
      findPhoneLines(ctx),
      findSessions(ctx, LISTED_MAX),
      findUnmatched(ctx, LISTED_MAX),
      countSessions(ctx),
      findOver(ctx),
    ]);
    return {
      counts: { ...counts, running: counts.running - over.size, ended: counts.ended + over.size },
      lines: lines.map(({ line, holder }) =>
        holder && over.has(holder.id)
          ? viewPhoneLineRow({ ...line, lockedAt: null, lockExpiresAt: null }, null)
          : viewPhoneLineRow(line, holder),
      ),
      sessions: sessions.map(({ session: { state, ...session }, position }) => {
        const ended = over.get(session.id);
        return { ...session, status: ended ?? state, position: ended ? null : position };
      }),
      unmatched: unmatched.map(({ textMasked: text, outcome, reason, ...message }) => ({
        ...{ ...message, text, outcome: MessageTaken.shape.outcome.parse(outcome) },
        reason: DropReasonOut.parse(reason),
      })),
    };
  },
});

type EndState = keyof typeof TIME_OVER_REASONS;

/** Sessions whose time is over and that no command has ended yet, each with the state in which it will end. */
async function findOver(ctx: AppContext): Promise<ReadonlyMap<IntegrationSessionId, EndState>> {
  const [timedOut, inactive] = await Promise.all([findTimedOut(ctx), findInactive(ctx)]);
  return new Map([
    ...inactive.map((id) => [id, "EXPIRED"] as const),
    ...timedOut.map((id) => [id, "LOCK_TIMEOUT"] as const),
  ]);
}

/** The row of a session as it will be when a command has ended it. */
const endedRow = (session: SessionRow, state: EndState): SessionRow => ({
  ...{ ...session, state, endReason: TIME_OVER_REASONS[state], smsCode: null, emailCode: null },
});

const LISTED_MAX = 50;
const DropReasonOut = z.enum(DROP_REASONS).nullable();

export const getHistory = defineQuery({
  id: "integration.get-history",
  summary: "A session with every step it has made.",
  allow: role("ADMIN"),
  input: SessionInput,
  output: SessionHistory,
  async run(ctx, { id }) {
    const session = await requireVisibleSession(ctx, id);
    const endState = (await findOver(ctx)).get(id);
    const facts = await factsOf(ctx, endState ? endedRow(session, endState) : session);
    return {
      session: viewFacts(ctx.actor, endState ? { ...facts, line: undefined } : facts),
      steps: await historyOf(ctx, machine, id),
    };
  },
});

export const myRunningSession = defineQuery({
  id: "integration.my-running-session",
  summary: "The caller's session that is not over, or null.",
  allow: signedIn,
  input: NoInput,
  output: SessionView.nullable(),
  async run(ctx) {
    const [session, over] = await Promise.all([findRunningOfUser(ctx, ctx.actor.userId), findOver(ctx)]);
    return session && !over.has(session.id) ? viewSession(ctx, session) : null;
  },
});

export const myAccounts = defineQuery({
  id: "integration.my-accounts",
  summary: "The caller's connected marketplace accounts.",
  allow: signedIn,
  input: NoInput,
  output: z.array(MarketplaceAccount),
  run: (ctx) => accountsOf(ctx, ctx.actor.userId),
});

export const findConnected = defineQuery({
  id: "integration.find-connected",
  summary: "Connected accounts and whose they are; of one vendor where it is given.",
  allow: role("ADMIN"),
  input: FindAccounts,
  output: ConnectedAccounts,
  run: (ctx, { vendorId }) => findAccounts(ctx, vendorId, LISTED_MAX),
});

/** The caller's session, or anyone's for an admin. Throws `not_found` (404) for another's. */
export async function requireVisibleSession(ctx: AppContext, id: IntegrationSessionId): Promise<SessionRow> {
  const session = await findSession(ctx, id);
  if (!session || rolesOf(ctx.actor, session.userId).length === 0)
    throw platformErrors.not_found({ what: "session" });
  return session;
}

/** What a session is at a moment, the same for all who may see it; its codes are sealed. */
export interface SessionFacts {
  readonly session: SessionRow;
  readonly line: PhoneLineRow | undefined;
  /** The last that came to its line. */
  readonly message: Awaited<ReturnType<typeof findLastMessage>>;
  /** Null unless it waits. */
  readonly position: number | null;
  /** The phone lines there are, where it waits for one. */
  readonly lines: number;
}

/** A session as it is now; undefined where there is none. */
export async function findFacts(
  ctx: AppContext,
  id: IntegrationSessionId,
): Promise<SessionFacts | undefined> {
  const session = await findSession(ctx, id);
  return session && factsOf(ctx, session);
}

async function factsOf(ctx: AppContext, session: SessionRow): Promise<SessionFacts> {
  const waits = session.state === "WAITING_FOR_LOCK";
  const [held, message, position, lines] = await Promise.all([
    findPhoneLineOf(ctx, session.id),
    HOLDING_STATES.includes(session.state) ? findLastMessage(ctx, session.id) : undefined,
    waits ? positionOf(ctx, session.id) : null,
    waits ? countPhoneLines(ctx) : 0,
  ]);
  return { session, line: held?.line, message, position, lines };
}

/** A session as the caller may see it: the codes are shown to its owner alone. */
export const viewSession = async (ctx: AppContext, session: SessionRow) =>
  viewFacts(ctx.actor, await factsOf(ctx, session));

/** The facts that this person may see. Throws `not_found` (404) for another's. */
export function viewFacts(actor: Actor, facts: SessionFacts | undefined) {
  if (!facts || rolesOf(actor, facts.session.userId).length === 0)
    throw platformErrors.not_found({ what: "session" });
  const { session, line, message, position, lines } = facts;
  const isOwner = rolesOf(actor, session.userId).includes("seller");
  const { id, state: status, vendorId, businessNumber, companyName, endReason } = session;
  const { createdAt, updatedAt, completedAt, lastActivityAt } = session;
  const codeOf = (sealed: string | null, channel: "sms" | "email") =>
    sealed && (isOwner ? unseal(sealed, `${channel} ${id}`) : MASK);
  return {
    ...{ id, status, vendorId, businessNumber, companyName, endReason, createdAt, updatedAt, completedAt },
    smsCode: codeOf(session.smsCode, "sms"),
    emailCode: codeOf(session.emailCode, "email"),
    lockedAt: line?.lockedAt ?? null,
    lockExpiresAt: line?.lockExpiresAt ?? null,
    fencingToken: line?.fencingToken ?? null,
    phoneNumber: line?.phoneNumber ?? null,
    inbox: line?.inbox ?? null,
    proof: marketplace().proof,
    heldBack: heldBackOf(message),
    passedOverAt: status === "WAITING_FOR_LOCK" ? session.passedOverAt : null,
    marketplaceUrl: marketplace().url(vendorId),
    position,
    estimatedWaitSeconds: position === null ? null : waitSecondsMax(position, lines),
    expiresAt: new Date(lastActivityAt.getTime() + INACTIVITY_SECONDS * 1000),
  };
}

/** What a seller learns about a message that came to their phone line and was not shown. */
function heldBackOf(message: Awaited<ReturnType<typeof findLastMessage>>) {
  const reason = DropReasonOut.parse(message?.reason ?? null);
  if (!message || !reason || reason === "late") return null;
  // What may be someone else's is not shown even without its digits.
  return { channel: message.channel, reason, text: reason === "no_code" ? message.textMasked : null };
}

/** One phone line. Throws `not_found` (404). */
export async function viewPhoneLine(ctx: AppContext, id: PhoneLineRow["id"]) {
  const found = (await findPhoneLines(ctx)).find(({ line }) => line.id === id);
  if (!found) throw platformErrors.not_found({ what: "phone line" });
  return viewPhoneLineRow(found.line, found.holder);
}

const viewPhoneLineRow = (line: PhoneLineRow, holder: SessionRow | null) => ({
  ...{ id: line.id, phoneNumber: line.phoneNumber, inbox: line.inbox, active: line.active },
  ...{ lockedAt: line.lockedAt, lockExpiresAt: line.lockExpiresAt, fencingToken: line.fencingToken },
  holder: holder && { id: holder.id, vendorId: holder.vendorId, status: holder.state },
});

/** How many sessions are in each state, those that ended too. */
export async function countByState(ctx: AppContext): Promise<Map<IntegrationState, number>> {
  const { state } = integrationSessions;
  const rows = await ctx.db
    .select({ state, count: sql<number>`count(*)::int` })
    .from(integrationSessions)
    .groupBy(state);
  return new Map(rows.map((row) => [row.state, row.count]));
}

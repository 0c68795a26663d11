import { sql } from "drizzle-orm";
import { alerts } from "../schema/alerts.ts";
import { approvals } from "../schema/approvals.ts";
import { auditSeals } from "../schema/audit.ts";
import { holds } from "../schema/holds.ts";
import { integrationSessions } from "../schema/integration.ts";
import { orders } from "../schema/orders.ts";
import { payments } from "../schema/payments.ts";
import { auditLog, idempotencyKeys, stateHistory } from "../schema/platform.ts";
import { pushSubscriptions } from "../schema/push.ts";
import { stateCountMarks, stateCounts } from "../schema/states.ts";
import { transmissionAttempts, transmissionCircuits, transmissions } from "../schema/transmissions.ts";
import { waitlistEntries } from "../schema/waitlist.ts";
import { personal, use, within } from "./declare.ts";

/** The tables that prove what was done, and with which the shop is operated. */
export const operations = [
  use(stateHistory, {
    purpose: "Proving how a thing came to its state.",
    kept: "trail",
    records: { en: "changes of state", ko: "상태가 바뀐 기록" },
    owners: [
      (userId) => sql`(${stateHistory.entity} = 'person' and ${stateHistory.entityId} = ${userId})`,
      ofEntity("order", sql`select id from ${orders} where user_id =`),
      ofEntity("hold", sql`select id from ${holds} where user_id =`),
      ofEntity("waitlistEntry", sql`select id from ${waitlistEntries} where user_id =`),
      ofEntity("integrationSession", sql`select id from ${integrationSessions} where user_id =`),
      (userId) => sql`(${stateHistory.entity} = 'payment' and ${stateHistory.entityId} in (
        select p.id from ${payments} p join ${orders} o on o.id = p.order_id where o.user_id = ${userId}))`,
    ],
    columns: {
      seq: "The order of changes.",
      entity: "What kind of thing changed.",
      entityId: "Which thing changed.",
      fromState: "What it was.",
      toState: "What it became.",
      actorKind: "Whether a person or a job did it.",
      actorId: "Who or which job did it, by id.",
      reason: "Why.",
      metadata: "Numbers about the change.",
      traceId: "Finding it in the log.",
      at: "When.",
    },
  }),
  use(auditLog, {
    purpose: "Proving who did what.",
    kept: "trail",
    records: { en: "acts on the account", ko: "계정에서 한 일의 기록" },
    owners: [auditLog.actorId, auditLog.target],
    columns: {
      seq: "The order of acts.",
      actorKind: "Whether a person or a job acted.",
      actorId: "Who or which job acted, by id.",
      action: "What was done.",
      target: "What it was done to, by id.",
      outcome: "What it came to.",
      meta: "What was asked for. Free texts in it are notes of the staff.",
      traceId: "Finding it in the log.",
      at: "When.",
    },
  }),
  use(auditSeals, {
    purpose: "Proving that the audit log is as it was written.",
    kept: "trail",
    owners: [],
    columns: {
      number: "The order of seals.",
      lastSeq: "Up to which row of the log it goes.",
      seqs: "Which rows it closes.",
      digests: "The digest of each of them.",
      at: "When.",
      hash: "The digest of the seal and of the one before it.",
    },
  }),
  use(stateCounts, {
    purpose: "Showing how many things are in each state.",
    kept: "operation",
    owners: [],
    columns: {
      machine: "Of which kind of thing.",
      state: "In which state.",
      count: "How many.",
    },
  }),
  use(stateCountMarks, {
    purpose: "Going on counting from where the last count ended.",
    kept: "operation",
    owners: [],
    columns: { name: "Names the mark.", seq: "Up to which step it was counted." },
  }),
  use(idempotencyKeys, {
    purpose: "Answering a repeated request as before.",
    kept: "day",
    owners: [(userId) => sql`starts_with(${idempotencyKeys.scope}, ${`${userId}:`})`],
    columns: {
      scope: "Whose key it is and for which operation.",
      key: "The key that the client chose.",
      fingerprint: "Telling another request under the same key.",
      outcome: "Whether it was done or refused.",
      body: "The answer.",
      createdAt: "When it was given.",
      expiresAt: "Until when it is kept.",
    },
  }),
  use(transmissions, {
    purpose: "Messages to outside: mails, notifications to browsers, the data platform, refunds, events.",
    kept: "trail",
    records: { en: "that messages were sent", ko: "메시지를 보낸 사실" },
    owners: [
      transmissions.aggregateId,
      within(transmissions.aggregateId, orders.id),
      within(transmissions.aggregateId, pushSubscriptions.id),
    ],
    columns: {
      id: "Names the message.",
      seq: "The order of sending.",
      destination: "Where it goes.",
      type: "What it is.",
      aggregateId:
        "What it is about: an order, a person or a browser, by id; a department's mail by its address.",
      payload: personal(
        {
          en: "Mails to you and messages about your orders",
          ko: "보내 드린 메일과 주문을 전하는 메시지의 내용",
        },
        {
          en: "What is sent. A mail has the address of its reader.",
          ko: "안내를 보내고, 보냈는지 확인하려고",
        },
        { kept: "contents" },
      ),
      state: "Whether it arrived.",
      retryCount: "How often it failed.",
      nextAttemptAt: "When it is tried next.",
      claims: "Refusing a worker of before.",
      claimed: "Whether a worker has it.",
      replayed: "Whether it is tried by hand.",
      sentAt: "When it arrived.",
      lastError: "Why it failed last.",
      note: "Why an operator closed it.",
      traceId: "Finding it in the log.",
      createdAt: "When it was written.",
    },
  }),
  use(transmissionAttempts, {
    purpose: "Each try to deliver a message.",
    kept: "trail",
    records: { en: "tries to send messages", ko: "메시지를 보내려 한 시도" },
    owners: [within(transmissionAttempts.transmissionId, transmissions.id)],
    columns: {
      transmissionId: "Of which message.",
      claim: "Which try.",
      byHand: "Whether an operator asked for it.",
      outcome: "What it came to.",
      status: "The receiver's status.",
      error: personal(
        {
          en: "Errors of mail servers, which may name your address",
          ko: "메일 서버의 오류(받는 주소가 들어 있을 수 있어요)",
        },
        {
          en: "Why it failed. A mail server may name the address.",
          ko: "안내가 도착하지 않은 까닭을 찾으려고",
        },
        { kept: "contents" },
      ),
      response: personal(
        { en: "Answers of mail servers and other receivers", ko: "메일 서버 등이 보낸 응답" },
        { en: "What the receiver answered.", ko: "안내가 도착했는지 확인하려고" },
        { kept: "contents" },
      ),
      durationMs: "How long it took.",
      endedAt: "When.",
    },
  }),
  use(transmissionCircuits, {
    purpose: "Pausing a destination that is away.",
    kept: "operation",
    owners: [],
    columns: {
      destination: "Which destination.",
      state: "Whether it is paused.",
      failures: "Failures in a row.",
      probeAt: "When it is tried again.",
      reason: "Why it was paused.",
      changedAt: "Since when.",
    },
  }),
  use(alerts, {
    purpose: "What operators must know.",
    kept: "operation",
    owners: [],
    columns: {
      id: "Names the alert.",
      kind: "What is the matter.",
      subject: "What it is about, by id or name.",
      detail: "Numbers about it.",
      count: "How often it was raised.",
      firstAt: "Since when.",
      lastAt: "When it was raised last.",
      resolvedAt: "When it ended.",
      firingToldAt: "Telling the staff once that it fires.",
      endToldAt: "Telling the staff once that it ended.",
      acknowledgedAt: "When an operator took notice.",
      acknowledgedById: "Which operator did, by id.",
      ownerId: "Which operator looks after it, by id.",
      note: "What an operator wrote about it.",
    },
  }),
  use(approvals, {
    purpose: "What one operator asked and another has to approve.",
    kept: "operation",
    owners: [],
    columns: {
      id: "Names the question.",
      kind: "What is to be done.",
      subject: "To which order, event, event session or person.",
      payload: "What is done once it is approved.",
      note: "Why it was asked.",
      askedById: "Which operator asked, by id.",
      askedAt: "When.",
      expiresAt: "Until when it waits.",
      outcome: "What became of it.",
      decidedById: "Which operator decided, by id.",
      decidedAt: "When it was decided.",
      decisionNote: "Why it was decided so.",
    },
  }),
];

/** The changes of things of one kind that are a person's. */
function ofEntity(entity: string, ids: ReturnType<typeof sql>) {
  return (userId: string) =>
    sql`(${stateHistory.entity} = ${entity} and ${stateHistory.entityId} in (${ids} ${userId}))`;
}

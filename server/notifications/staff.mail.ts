import type { AlertChange, AlertKind } from "../alerts/contract.ts";
import { env } from "../platform/config/env.ts";
import { letterMail, type WrittenMail } from "../platform/mail/letter.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import { chatMessage } from "../transmissions/gateways/alert-webhook.ts";
import type { NotificationKind } from "./contract.ts";
import type { DepartmentNews } from "./departments.store.ts";

/** In Korean and in English: we do not know which language the reader prefers. */
type Words = readonly [ko: string, en: string];

/** So many of one kind are listed; the app has the others. */
const LISTED_MAX = 10;

/** What departments were told, by kind, as one e-mail. */
export function digestMailOf(news: readonly DepartmentNews[]): WrittenMail {
  const kinds = [...Map.groupBy(news, ({ kind }) => kind)];
  const parts = (language: 0 | 1) =>
    kinds.map(([kind, same]) => {
      const others = same.length - LISTED_MAX;
      return [
        `${staffWordsOf(kind)[language]}: ${same.length}`,
        ...same.slice(-LISTED_MAX).map((each) => `- ${factsOf(each)}`),
        ...(others > 0 ? [[`- 그 밖에 ${others}건`, `- and ${others} more`][language]] : []),
      ].join("\n");
    });
  const [first] = news;
  const single = news.length === 1 && first ? staffWordsOf(first.kind) : undefined;
  const [ko, en] = single ?? [`부서 알림 ${news.length}건`, `${news.length} messages to departments`];
  const url = `${env.APP_URL}/me/notifications`;
  return letterMail(ko, {
    ko: { title: ko, paragraphs: parts(0), action: { label: "알림 보기", url } },
    en: { title: en, paragraphs: parts(1), action: { label: "See notifications", url } },
  });
}

const staffWordsOf = (kind: string): Words => STAFF_WORDS[kind as keyof typeof STAFF_WORDS] ?? [kind, kind];

function factsOf({ params }: DepartmentNews): string {
  const { orderId, sessionId, remaining, total } = params;
  if (typeof orderId === "string")
    return `${shortCodeOf(orderId as `order_${string}`)} ${env.APP_URL}/admin/orders/${orderId}`;
  return `${remaining}/${total} ${env.APP_URL}/admin/sales/${sessionId}`;
}

const STAFF_WORDS = {
  "order.processing": ["결제가 진행 중이에요", "payment in progress"],
  "order.confirmed": ["예매가 완료됐어요", "booking confirmed"],
  "order.shipped": ["티켓이 발송됐어요", "tickets shipped"],
  "order.delivered": ["이용이 완료됐어요", "order completed"],
  "payment.completed": ["결제가 완료됐어요", "payment complete"],
  "payment.refunded": ["환불이 완료됐어요", "refund complete"],
  "refund.asked": ["결제 회사에 환불을 요청했어요", "refund requested"],
  "refund.done": ["일부 환불이 완료됐어요", "partial refund complete"],
  "refund.refused": ["결제 회사가 환불을 거절했어요", "refund declined"],
  "inventory.MID": ["남은 티켓이 절반 아래로 줄었어요", "less than half of the tickets left"],
  "inventory.LOW": ["남은 티켓이 얼마 없어요", "few tickets left"],
  "inventory.SOLDOUT": ["티켓이 모두 나갔어요", "all tickets taken"],
} satisfies Readonly<
  Record<
    Exclude<
      NotificationKind,
      `${"event" | "alert" | "opening" | "shipping" | "ticket" | "turn" | "waitlist"}.${string}`
    >,
    Words
  >
>;

/** The e-mail about an alert that fires or has ended. */
export function alertMailOf(change: AlertChange): WrittenMail {
  const [ko, en] = sentencesOf(change);
  const paragraphs = [`${change.kind}: ${change.subject}`];
  const url = `${env.APP_URL}/admin/alerts`;
  return letterMail(ko, {
    ko: { title: ko, paragraphs, action: { label: "경보 보기", url } },
    en: { title: en, paragraphs, action: { label: "See alerts", url } },
  });
}

/** The message about an alert to the staff's webhook. */
export function chatMessageOf(change: AlertChange) {
  const [ko, en] = sentencesOf(change);
  return chatMessage([ko, en, `${change.kind}: ${change.subject}`, `${env.APP_URL}/admin/alerts`]);
}

function sentencesOf({ kind, change }: AlertChange): Words {
  const [ko, en] = ALERTS[kind];
  return change === "firing" ? [`경보 발생: ${ko}`, `Alert: ${en}`] : [`경보 해제: ${ko}`, `Resolved: ${en}`];
}

const ALERTS: Readonly<Record<AlertKind, Words>> = {
  health_worse: ["서비스 상태가 나빠졌어요", "the service's health is worse"],
  wrong_amount: ["결제 금액이 주문과 달라요", "a payment has another amount than its order"],
  decision_contradicted: [
    "결제 회사가 운영자의 결정과 다르게 알려 왔어요",
    "a payment provider contradicts what an operator decided",
  ],
  payment_differs: ["결제 회사의 기록이 우리와 달라요", "a payment differs at its provider"],
  provider_misconfigured: ["결제 회사가 우리 요청을 거절해요", "the payment provider refuses our calls"],
  refund_refused: ["환불이 거절됐어요", "a refund was declined"],
  payments_failing: ["결제가 자주 실패하고 있어요", "payments fail often"],
  holds_failing: ["티켓 선점이 평소보다 자주 실패해요", "holds fail more often than usual"],
  admissions_collapsed: ["대기열 입장이 거의 멈췄어요", "the queue lets hardly anyone in"],
  transmission_dead: ["도착하지 않은 전송이 있어요", "transmissions were given up"],
  transmissions_late: ["전송이 밀려 있어요", "transmissions wait too long"],
  destination_paused: ["전송을 잠시 멈췄어요", "transmissions to a destination are paused"],
  job_server_away: ["작업 서버에 연결되지 않아요", "the job server cannot be reached"],
  job_app_unknown: ["작업 서버가 이 앱의 등록을 받지 않아요", "the job server does not take the app"],
  job_driver_stalled: ["작업 실행기가 멈췄어요", "no process runs the jobs"],
  job_failing: ["작업이 계속 실패하고 있어요", "a job keeps failing"],
  job_missed: ["시작되지 않은 작업이 있어요", "a job was not run"],
};

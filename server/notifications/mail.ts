import type { AlertChange, AlertKind } from "../alerts/contract.ts";
import { env } from "../platform/config/env.ts";
import { shortCodeOf } from "../platform/values/ids.ts";
import { type HeldSeat, seatNames } from "../seats/contract.ts";
import { chatMessage } from "../transmissions/gateways/alert-webhook.ts";
import type { NotificationKind, Told } from "./contract.ts";
import type { DepartmentNews } from "./departments.store.ts";

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The e-mail to buyers about an event whose title or venue has changed. */
export function changeMailOf(data: Extract<Told, { name: "events.updated" }>["data"]): Mail {
  const { oldTitle, newTitle, oldVenue, newVenue, cancelUntilAt } = data;
  const until = cancelUntilAt === undefined ? undefined : inSeoul(cancelUntilAt);
  const lines = [
    "예매하셨거나 예매 중이신 공연의 정보가 바뀌었어요. 티켓은 그대로 쓸 수 있어요.",
    "An event that you have booked, or are booking, has changed. Your tickets stay valid.",
    "",
    ...(oldTitle === newTitle ? [] : [`공연 Event: ${oldTitle} → ${newTitle}`]),
    ...(oldVenue === newVenue ? [] : [`장소 Venue: ${oldVenue} → ${newVenue}`]),
    ...(until
      ? [
          "",
          `오실 수 없다면, 결제하신 티켓은 적어도 ${until.ko}까지 취소하고 전액 환불받을 수 있어요.`,
          `If you cannot come, you can cancel paid tickets until at least ${until.en} for a full refund.`,
          "",
          `${env.APP_URL}/me/orders`,
        ]
      : []),
  ];
  return { subject: `[선착] ${newTitle}: 공연 정보가 바뀌었어요`, text: `${lines.join("\n")}\n` };
}

/** The e-mail to buyers about an event session whose start has changed. */
export function movedMailOf(data: Extract<Told, { name: "event-sessions.updated" }>["data"]): Mail {
  const { title, oldStartsAt, newStartsAt, cancelDeadlineAt } = data;
  const [from, to, until] = [oldStartsAt, newStartsAt, cancelDeadlineAt].map((at) => inSeoul(at));
  const lines = [
    "예매하셨거나 예매 중이신 공연의 일시가 바뀌었어요. 티켓은 새 일시에 그대로 쓸 수 있어요.",
    `${from?.ko} → ${to?.ko}`,
    `오실 수 없다면, 결제하신 티켓은 ${until?.ko}까지 취소하고 전액 환불받을 수 있어요.`,
    "",
    "An event that you have booked, or are booking, starts at another time. Your tickets are valid for the new time.",
    `${from?.en} → ${to?.en}`,
    `If you cannot come, you can cancel paid tickets until ${until?.en} for a full refund.`,
    "",
    `${env.APP_URL}/me/orders`,
  ];
  return { subject: `[선착] ${title}: 공연 일시가 바뀌었어요`, text: `${lines.join("\n")}\n` };
}

/** What is written to who has or holds tickets for a performance that was cancelled. */
export function cancelledMailOf(data: Extract<Told, { name: "event-sessions.cancelled" }>["data"]): Mail {
  const { title, startsAt, reason } = data;
  const at = inSeoul(startsAt);
  const lines = [
    `예매하신 공연이 취소됐어요: ${title}, ${at.ko}`,
    `사유: ${reason}`,
    "티켓은 쓸 수 없게 됐고, 결제하신 금액은 전액 환불해요. 따로 신청하지 않으셔도 돼요.",
    "",
    `The event that you have tickets for was cancelled: ${title}, ${at.en}`,
    `Reason: ${reason}`,
    "Your tickets are no longer valid and you get all of your money back. There is nothing you need to do.",
    "",
    `${env.APP_URL}/me/orders`,
  ];
  return { subject: `[선착] ${title}: 공연이 취소됐어요`, text: `${lines.join("\n")}\n` };
}

const SEOUL = { dateStyle: "full", timeStyle: "short", timeZone: "Asia/Seoul" } as const;
const inKorean = new Intl.DateTimeFormat("ko-KR", SEOUL);
const inEnglish = new Intl.DateTimeFormat("en-GB", SEOUL);
const inSeoul = (at: string) => ({
  ko: inKorean.format(new Date(at)),
  en: `${inEnglish.format(new Date(at))} (Korea)`,
});

/**
 * The e-mail to a customer about a transition, in Korean and English: we do not know which language they read.
 * @param seats - those of the order; none for counted stock
 */
export function mailOf(kind: string, told: Told, seats: readonly HeldSeat[] = []): Mail | undefined {
  const { data } = told;
  const isFree = told.name === "payments.updated" && told.data.amount === 0;
  const isPaper = told.name === "orders.updated" && told.data.delivery === "PAPER";
  const variant = isFree ? "free" : isPaper ? "paper" : "";
  const words = WORDS[`${kind}.${variant}`] ?? WORDS[kind];
  if (!words || !("orderId" in data)) return undefined;
  const [ko, en] = words;
  const { orderId } = data;
  const number = `주문 번호 Order number: ${shortCodeOf(orderId)}`;
  return {
    subject: `[선착] ${ko}`,
    text: [
      ko,
      en,
      "",
      ...refundLines(told),
      ...seatLines(seats),
      number,
      `${env.APP_URL}/me/orders/${orderId}`,
      "",
    ].join("\n"),
  };
}

function seatLines(seats: readonly HeldSeat[]): string[] {
  const names = seats.map(seatNames);
  const line = (language: "ko" | "en") => names.map((name) => name[language]).join(" · ");
  return names.length > 0 ? [`좌석: ${line("ko")}`, `Seats: ${line("en")}`] : [];
}

/** How much of an order goes back, and for which of its tickets. */
function refundLines({ name, data }: Told): string[] {
  if (name !== "refunds.updated") return [];
  const { amount, ticketNumbers } = data;
  const tickets = ticketNumbers?.join(", ");
  return [
    `금액 Amount: ${amount.toLocaleString("ko-KR")}원 KRW`,
    ...(tickets ? [`티켓 Tickets: ${tickets}`] : []),
  ];
}

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  "order.processing": ["결제가 진행 중이에요.", "Your payment is in progress."],
  "order.confirmed": [
    "예매가 완료됐어요. 티켓은 내 티켓에서 볼 수 있어요.",
    "Your booking is confirmed. Your tickets are in My tickets.",
  ],
  "order.shipped": ["예매하신 티켓이 발송됐어요.", "Your tickets have been shipped."],
  "order.delivered.paper": [
    "종이 티켓의 배송이 끝났어요. 공연 날 꼭 챙겨 주세요.",
    "Your paper tickets have been delivered. Remember to bring them with you.",
  ],
  "order.delivered": ["이용이 완료됐어요. 이용해 주셔서 고마워요.", "Your order is completed. Thank you."],
  "payment.completed": ["결제가 완료됐어요.", "Your payment is complete."],
  "payment.refunded": [
    "환불이 완료됐어요. 카드사에 따라 명세서에 보이기까지 며칠 걸려요.",
    "Your refund is complete. It may take a few days to appear on your statement.",
  ],
  "payment.refunded.free": [
    "무료 예매가 취소됐어요. 결제하신 금액이 없어 돌려드릴 금액도 없어요.",
    "Your free booking was cancelled. You paid nothing, so there is nothing to refund.",
  ],
  "refund.done": [
    "일부 환불이 완료됐어요. 카드사에 따라 명세서에 보이기까지 며칠 걸려요.",
    "Your partial refund is complete. It may take a few days to appear on your statement.",
  ],
  "refund.asked": [
    "결제 회사에 환불을 요청했어요. 끝나면 다시 알려 드려요.",
    "We have requested your refund from the payment company and will e-mail you when it is done.",
  ],
  "refund.refused": [
    "결제 회사가 환불을 거절했어요. 운영팀이 확인하고 다시 요청해요. 급하시면 주문 번호와 함께 문의해 주세요.",
    "The payment company declined the refund. Our staff are looking into it. If it is urgent, contact us with your order number.",
  ],
};

/** In Korean and in English: we do not know which language the reader prefers. */
type Words = readonly [ko: string, en: string];

/** So many of one kind are listed; the app has the others. */
const LISTED_MAX = 10;

/** What departments were told, by kind, as one e-mail. */
export function digestMailOf(news: readonly DepartmentNews[]): Mail {
  const parts = [...Map.groupBy(news, ({ kind }) => kind)].map(([kind, same]) => {
    const [ko, en] = staffWordsOf(kind);
    const others = same.length - LISTED_MAX;
    return [
      `${ko} (${en}): ${same.length}`,
      ...same.slice(-LISTED_MAX).map((each) => `- ${factsOf(each)}`),
      ...(others > 0 ? [`- 그 밖에 ${others}건 (and ${others} more)`] : []),
    ].join("\n");
  });
  const [first] = news;
  const title = news.length === 1 && first ? staffWordsOf(first.kind)[0] : `부서 알림 ${news.length}건`;
  return {
    subject: `[선착] ${title}`,
    text: `${[...parts, `${env.APP_URL}/me/notifications`].join("\n\n")}\n`,
  };
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
} satisfies Readonly<Record<Exclude<NotificationKind, `event.${string}` | `alert.${string}`>, Words>>;

/** The e-mail about an alert that fires or has ended. */
export function alertMailOf(change: AlertChange): Mail {
  const [ko, en] = sentencesOf(change);
  const lines = [ko, en, "", `${change.kind}: ${change.subject}`, `${env.APP_URL}/admin/alerts`];
  return { subject: `[선착] ${ko}`, text: `${lines.join("\n")}\n` };
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

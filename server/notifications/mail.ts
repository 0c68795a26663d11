import { env } from "../platform/config/env.ts";
import { shortCodeOf } from "../platform/values/ids.ts";
import { type HeldSeat, seatNames } from "../seats/contract.ts";
import { CARRIER_NAMES, isCarrier, trackingPageOf } from "../shipping/contract.ts";
import type { Told } from "./contract.ts";

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

/** What the e-mail about an order says of it besides the transition. */
interface Ordered {
  /** None for counted stock. */
  readonly seats?: readonly HeldSeat[];
  /** Who carries its parcel, and its number there; null until it has left. */
  readonly carrier?: string | null;
  readonly trackingNumber?: string | null;
}

/** The e-mail to a customer about a transition, in Korean and English: we do not know which language they read. */
export function mailOf(kind: string, told: Told, ordered: Ordered = {}): Mail | undefined {
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
      ...(kind === "order.shipped" || kind === "shipping.corrected" ? trackingLines(ordered) : []),
      ...seatLines(ordered.seats ?? []),
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

/** Who carries the parcel of an order, its number, and where it is followed. */
function trackingLines({ carrier, trackingNumber }: Ordered): string[] {
  if (!carrier || !trackingNumber) return [];
  if (!isCarrier(carrier)) return [`송장 번호 Tracking number: ${carrier} ${trackingNumber}`];
  const { ko, en } = CARRIER_NAMES[carrier];
  return [
    `택배사 Carrier: ${ko} ${en}`,
    `송장 번호 Tracking number: ${trackingNumber}`,
    `배송 조회 Follow it: ${trackingPageOf(carrier, trackingNumber)}`,
  ];
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
  "order.shipped": [
    "종이 티켓을 발송했어요. 도착하기 전에도 내 티켓의 모바일 티켓으로 입장할 수 있어요.",
    "Your paper tickets have been shipped. Until they arrive you can enter with the mobile tickets in My tickets.",
  ],
  "shipping.corrected": [
    "종이 티켓의 송장 번호를 바로잡았어요. 전에 알려 드린 번호 대신 이 번호로 조회해 주세요.",
    "We corrected the tracking number of your paper tickets. Please use this one instead of the one we sent before.",
  ],
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

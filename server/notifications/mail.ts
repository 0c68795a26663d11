import { env } from "../platform/config/env.ts";
import { type Letter, letterMail, type WrittenMail } from "../platform/mail/letter.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import { type HeldSeat, seatNames } from "../seats/contract.ts";
import { CARRIER_NAMES, isCarrier, trackingPageOf } from "../shipping/values.ts";
import type { Told } from "./contract.ts";
import { WORDS } from "./words.mail.ts";

const myOrders = () => ({
  ko: { label: "주문 내역 보기", url: `${env.APP_URL}/me/orders` },
  en: { label: "See your orders", url: `${env.APP_URL}/me/orders` },
});

/** The e-mail to buyers about an event whose title or venue has changed. */
export function changeMailOf(data: Extract<Told, { name: "events.updated" }>["data"]): WrittenMail {
  const { oldTitle, newTitle, oldVenue, newVenue, cancelUntilAt } = data;
  const until = cancelUntilAt === undefined ? undefined : inSeoul(cancelUntilAt);
  const changes = (event: string, venue: string) => [
    ...(oldTitle === newTitle ? [] : [{ label: event, value: `${oldTitle} → ${newTitle}` }]),
    ...(oldVenue === newVenue ? [] : [{ label: venue, value: `${oldVenue} → ${newVenue}` }]),
  ];
  return letterMail(`${newTitle}: 공연 정보가 바뀌었어요`, {
    ko: {
      title: "공연 정보가 바뀌었어요",
      paragraphs: ["예매하셨거나 예매 중이신 공연의 정보가 바뀌었어요. 티켓은 그대로 쓸 수 있어요."],
      facts: changes("공연", "장소"),
      ...(until && {
        note: `오실 수 없다면, 결제하신 티켓은 적어도 ${until.ko}까지 취소하고 전액 환불받을 수 있어요.`,
        action: myOrders().ko,
      }),
    },
    en: {
      title: "An event has changed",
      paragraphs: ["An event that you have booked, or are booking, has changed. Your tickets stay valid."],
      facts: changes("Event", "Venue"),
      ...(until && {
        note: `If you cannot come, you can cancel paid tickets until at least ${until.en} for a full refund.`,
        action: myOrders().en,
      }),
    },
  });
}

/** The e-mail to buyers about an event session whose start has changed. */
export function movedMailOf(data: Extract<Told, { name: "event-sessions.updated" }>["data"]): WrittenMail {
  const { title, oldStartsAt, newStartsAt, cancelDeadlineAt } = data;
  const [from, to, until] = [inSeoul(oldStartsAt), inSeoul(newStartsAt), inSeoul(cancelDeadlineAt)];
  return letterMail(`${title}: 공연 일시가 바뀌었어요`, {
    ko: {
      title: "공연 일시가 바뀌었어요",
      paragraphs: [
        "예매하셨거나 예매 중이신 공연의 일시가 바뀌었어요. 티켓은 새 일시에 그대로 쓸 수 있어요.",
        `${from.ko} → ${to.ko}`,
      ],
      facts: [{ label: "공연", value: title }],
      note: `오실 수 없다면, 결제하신 티켓은 ${until.ko}까지 취소하고 전액 환불받을 수 있어요.`,
      action: myOrders().ko,
    },
    en: {
      title: "An event starts at another time",
      paragraphs: [
        "An event that you have booked, or are booking, starts at another time. Your tickets are valid for the new time.",
        `${from.en} → ${to.en}`,
      ],
      facts: [{ label: "Event", value: title }],
      note: `If you cannot come, you can cancel paid tickets until ${until.en} for a full refund.`,
      action: myOrders().en,
    },
  });
}

/** What is written to who has or holds tickets for a performance that was cancelled. */
export function cancelledMailOf(
  data: Extract<Told, { name: "event-sessions.cancelled" }>["data"],
): WrittenMail {
  const { title, startsAt, reason } = data;
  const at = inSeoul(startsAt);
  return letterMail(`${title}: 공연이 취소됐어요`, {
    ko: {
      title: "예매하신 공연이 취소됐어요",
      paragraphs: ["티켓은 쓸 수 없게 됐고, 결제하신 금액은 전액 환불해요. 따로 신청하지 않으셔도 돼요."],
      facts: [
        { label: "공연", value: title },
        { label: "일시", value: at.ko },
        { label: "사유", value: reason },
      ],
      action: myOrders().ko,
    },
    en: {
      title: "The event that you have tickets for was cancelled",
      paragraphs: [
        "Your tickets are no longer valid and you get all of your money back. There is nothing you need to do.",
      ],
      facts: [
        { label: "Event", value: title },
        { label: "When", value: at.en },
        { label: "Reason", value: reason },
      ],
      action: myOrders().en,
    },
  });
}

const SEOUL = { dateStyle: "full", timeStyle: "short", timeZone: "Asia/Seoul" } as const;
const inKorean = new Intl.DateTimeFormat("ko-KR", SEOUL);
const inEnglish = new Intl.DateTimeFormat("en-GB", SEOUL);
/** A moment as people in Korea say it, in both languages. */
export const inSeoul = (at: string | Date) => ({
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
  /** What was booked. */
  readonly event?: {
    readonly title: string;
    readonly venue: string;
    readonly startsAt: Date;
    readonly eventSessionId: string;
  };
  readonly quantity?: number;
  readonly amountKrw?: number;
}

type Fact = readonly [ko: string, en: string, valueKo: string, valueEn?: string];

/** The e-mail to a customer about a transition, in Korean and English: we do not know which language they read. */
export function mailOf(kind: string, told: Told, ordered: Ordered = {}): WrittenMail | undefined {
  const { data } = told;
  const isFree = told.name === "payments.updated" && told.data.amount === 0;
  const isPaper = told.name === "orders.updated" && told.data.delivery === "PAPER";
  const variant = isFree ? "free" : isPaper ? "paper" : "";
  const words = WORDS[`${kind}.${variant}`] ?? WORDS[kind];
  if (!words || !("orderId" in data)) return undefined;
  const [ko, en] = words;
  const { orderId } = data;
  const url = `${env.APP_URL}/me/orders/${orderId}`;
  const facts: readonly Fact[] = [
    ...refundFacts(told),
    ...(kind === "order.shipped" || kind === "shipping.corrected" ? trackingFacts(ordered) : []),
    ...orderFacts(ordered),
    ["주문 번호", "Order number", shortCodeOf(orderId)],
  ];
  const { title, ...inKorean } = passageOf(ko);
  return letterMail(title, {
    ko: {
      ...{ title, ...inKorean, action: { label: "주문 보기", url } },
      facts: facts.map(([label, , value]) => ({ label, value })),
    },
    en: {
      ...{ ...passageOf(en), action: { label: "See the order", url } },
      facts: facts.map(([, label, value, valueEn = value]) => ({ label, value: valueEn })),
    },
    ...(kind === "order.confirmed" && ordered.event && { calendar: appointmentOf(ordered.event, orderId) }),
  });
}

/** The first sentence is the title. */
function passageOf(words: string): { title: string; paragraphs: string[] } {
  const [title = "", ...others] = words.split(/(?<=\.) /);
  return { title: title.replace(/\.$/, ""), paragraphs: others.length > 0 ? [others.join(" ")] : [] };
}

const appointmentOf = (
  { title, venue: place, startsAt, eventSessionId }: NonNullable<Ordered["event"]>,
  orderId: string,
): NonNullable<Letter["calendar"]> => ({
  ...{ uid: `${eventSessionId}@seonchak`, title, place, startsAt: startsAt.toISOString() },
  url: `${env.APP_URL}/me/orders/${orderId}`,
});

function orderFacts({ event, seats = [], quantity, amountKrw }: Ordered): Fact[] {
  const at = event && inSeoul(event.startsAt);
  const names = seats.map(seatNames);
  const line = (language: "ko" | "en") => names.map((name) => name[language]).join(" · ");
  return [
    ...(event && at
      ? ([
          ["공연", "Event", event.title],
          ["일시", "When", at.ko, at.en],
          ["장소", "Venue", event.venue],
        ] satisfies Fact[])
      : []),
    ...(names.length > 0 ? [["좌석", "Seats", line("ko"), line("en")] satisfies Fact] : []),
    ...(quantity === undefined
      ? []
      : [["매수", "Tickets", `${quantity}장`, String(quantity)] satisfies Fact]),
    ...(amountKrw === undefined
      ? []
      : [["주문 금액", "Total", `${won(amountKrw)}원`, `${won(amountKrw)} KRW`] satisfies Fact]),
  ];
}

const won = (amount: number): string => amount.toLocaleString("ko-KR");

/** Who carries the parcel of an order, its number, and where it is followed. */
function trackingFacts({ carrier, trackingNumber }: Ordered): Fact[] {
  if (!carrier || !trackingNumber) return [];
  if (!isCarrier(carrier)) return [["송장 번호", "Tracking number", `${carrier} ${trackingNumber}`]];
  const { ko, en } = CARRIER_NAMES[carrier];
  return [
    ["택배사", "Carrier", ko, en],
    ["송장 번호", "Tracking number", trackingNumber],
    ["배송 조회", "Follow it", trackingPageOf(carrier, trackingNumber)],
  ];
}

/** How much of an order goes back, and for which of its tickets. */
function refundFacts({ name, data }: Told): Fact[] {
  if (name !== "refunds.updated") return [];
  const { amount, ticketNumbers } = data;
  const tickets = ticketNumbers?.join(", ");
  return [
    ["환불 금액", "Refund", `${won(amount)}원`, `${won(amount)} KRW`],
    ...(tickets ? [["환불 티켓", "Refunded tickets", tickets] satisfies Fact] : []),
  ];
}

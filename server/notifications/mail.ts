import { env } from "../platform/config/env.ts";
import type { Told } from "./contract.ts";

interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** What a department is written of a transition. */
export function departmentMailOf(kind: string, { data }: Told): Mail {
  const facts = Object.entries(data).map(([name, value]) => `${name}: ${value}`);
  return { subject: `[선착] ${kind}`, text: `${facts.join("\n")}\n` };
}

/** What is written to who bought, or is buying, an event that has another title or venue now. */
export function changeMailOf(data: Extract<Told, { name: "events.updated" }>["data"]): Mail {
  const { oldTitle, newTitle, oldVenue, newVenue, cancelUntilAt } = data;
  const until = cancelUntilAt === undefined ? undefined : inSeoul(cancelUntilAt);
  const lines = [
    "예매하셨거나 예매 중이신 공연의 정보가 바뀌었어요. 티켓은 그대로 쓸 수 있어요.",
    "Something about the event that you have or hold tickets for has changed. Your tickets stay valid.",
    "",
    ...(oldTitle === newTitle ? [] : [`공연 Event: ${oldTitle} → ${newTitle}`]),
    ...(oldVenue === newVenue ? [] : [`장소 Venue: ${oldVenue} → ${newVenue}`]),
    ...(until
      ? [
          "",
          `오실 수 없게 됐다면, 결제하신 티켓은 적어도 ${until.ko}까지 취소하고 전액 돌려받을 수 있어요.`,
          `If you cannot come, you can cancel what you paid for until ${until.en} at least and get all of your money back.`,
          "",
          `${env.APP_URL}/me/orders`,
        ]
      : []),
  ];
  return { subject: `[선착] ${newTitle}: 공연 정보가 바뀌었어요`, text: `${lines.join("\n")}\n` };
}

/** What is written to who has or holds tickets for a performance that starts at another time now. */
export function movedMailOf(data: Extract<Told, { name: "event-sessions.updated" }>["data"]): Mail {
  const { title, oldStartsAt, newStartsAt, cancelDeadlineAt } = data;
  const [from, to, until] = [oldStartsAt, newStartsAt, cancelDeadlineAt].map((at) => inSeoul(at));
  const lines = [
    "예매하셨거나 예매 중이신 공연의 일시가 바뀌었어요. 티켓은 새 일시에 그대로 쓸 수 있어요.",
    `${from?.ko} → ${to?.ko}`,
    `오실 수 없게 됐다면, 결제하신 티켓은 ${until?.ko}까지 취소하고 전액 돌려받을 수 있어요.`,
    "",
    "What you have or hold tickets for starts at another time now. Your tickets are good for it.",
    `${from?.en} → ${to?.en}`,
    `If you cannot come, cancel what you paid for until ${until?.en} and get all of your money back.`,
    "",
    `${env.APP_URL}/me/orders`,
  ];
  return { subject: `[선착] ${title}: 공연 일시가 바뀌었어요`, text: `${lines.join("\n")}\n` };
}

const SEOUL = { dateStyle: "full", timeStyle: "short", timeZone: "Asia/Seoul" } as const;
const inKorean = new Intl.DateTimeFormat("ko-KR", SEOUL);
const inEnglish = new Intl.DateTimeFormat("en-GB", SEOUL);
const inSeoul = (at: string) => ({
  ko: inKorean.format(new Date(at)),
  en: `${inEnglish.format(new Date(at))} (Korea)`,
});

/** The e-mail to a customer about a transition, in Korean and English: we do not know which language they read. */
export function mailOf(kind: string, { data }: Told): Mail | undefined {
  const words = WORDS[kind];
  if (!words || !("orderId" in data)) return undefined;
  const [ko, en] = words;
  return { subject: `[선착] ${ko}`, text: `${ko}\n${en}\n\n주문 번호 Order: ${data.orderId}\n` };
}

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  "order.processing": ["주문이 접수되었습니다.", "We have your order."],
  "order.confirmed": [
    "주문이 확정되었습니다. 티켓은 마이티켓에 있습니다.",
    "Your order is confirmed. Your tickets are in My tickets.",
  ],
  "order.shipped": ["주문하신 티켓이 발송되었습니다.", "Your order is on its way."],
  "order.delivered": ["주문이 완료되었습니다.", "Your order is complete."],
  "payment.completed": ["결제가 완료되었습니다.", "Your payment is complete."],
  "payment.refunded": [
    "환불이 끝났습니다. 카드사에 따라 명세서에 보이기까지 며칠 걸립니다.",
    "Your refund is done. It may take a few days to show on your statement.",
  ],
  "refund.asked": [
    "결제 회사에 환불을 요청했습니다. 끝나면 다시 알려 드립니다.",
    "We have asked the payment company for your refund and will tell you when it is done.",
  ],
  "refund.refused": [
    "결제 회사가 환불을 거절했습니다. 저희가 확인하고 있으며, 급하시면 주문 번호와 함께 문의해 주세요.",
    "The payment company refused the refund. We are looking into it; contact us with your order number if it is urgent.",
  ],
};

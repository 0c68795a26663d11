import { env } from "../platform/config/env.ts";
import { letterMail, type WrittenMail } from "../platform/mail/letter.ts";
import type { PushMessage } from "../push/contract.ts";
import { inSeoul } from "./mail.ts";
import type { OpeningNews } from "./openings.store.ts";

type News = Pick<
  OpeningNews,
  "title" | "venue" | "startsAt" | "salesOpenAt" | "isOpen" | "cancelReason" | "sessionId" | "eventId"
>;

/** What is said of sales that open, that are open by now, or that never will be. */
function wordsOf({ isOpen, salesOpenAt, cancelReason }: News) {
  const at = inSeoul(salesOpenAt);
  if (cancelReason !== null)
    return {
      ko: {
        title: "판매 알림을 신청하신 회차가 취소됐어요",
        body: `판매하지 않게 됐어요. 결제된 금액은 없어요. 사유: ${cancelReason}`,
      },
      en: {
        title: "The date that you wanted to be told of was cancelled",
        body: `It will not go on sale, and you were charged nothing. Reason: ${cancelReason}`,
      },
    };
  if (isOpen)
    return {
      ko: { title: "기다리시던 판매가 시작됐어요", body: "지금 대기열에 참여하실 수 있어요." },
      en: { title: "Sales that you waited for are open", body: "You can join the queue now." },
    };
  return {
    ko: {
      title: "기다리시던 판매가 곧 시작돼요",
      body: `${at.ko}에 시작해요. 로그인한 채로 대기열 화면을 미리 열어 두세요.`,
    },
    en: {
      title: "Sales that you waited for open soon",
      body: `They open on ${at.en}. Log in and have the page of the queue open by then.`,
    },
  };
}

const pathOf = ({ cancelReason, sessionId, eventId }: News) =>
  cancelReason === null ? `/sessions/${sessionId}/queue` : `/events/${eventId}`;

/** The e-mail to who asked to be told of an opening. */
export function openingMailOf(news: News): WrittenMail {
  const { title, venue, startsAt, cancelReason } = news;
  const { ko, en } = wordsOf(news);
  const at = inSeoul(startsAt);
  const url = `${env.APP_URL}${pathOf(news)}`;
  const isCancelled = cancelReason !== null;
  return letterMail(`${title}: ${ko.title}`, {
    ko: {
      ...{ title: ko.title, paragraphs: [ko.body] },
      facts: [
        { label: "공연", value: title },
        { label: "일시", value: at.ko },
        { label: "장소", value: venue },
      ],
      action: { label: isCancelled ? "다른 회차 보기" : "대기열로 가기", url },
    },
    en: {
      ...{ title: en.title, paragraphs: [en.body] },
      facts: [
        { label: "Event", value: title },
        { label: "When", value: at.en },
        { label: "Venue", value: venue },
      ],
      action: { label: isCancelled ? "See other dates" : "To the queue", url },
    },
  });
}

/** So long after an opening, or a cancellation, its news is still of use. */
const USEFUL_MINUTES = 60;

/** What is pushed to who asked to be told of an opening. */
export function openingPushOf(news: News, now: Date): PushMessage {
  const { ko, en } = wordsOf(news);
  const from = Math.max(now.getTime(), news.salesOpenAt.getTime());
  return {
    ko: { title: ko.title, body: `${news.title}. ${ko.body}` },
    en: { title: en.title, body: `${news.title}. ${en.body}` },
    path: pathOf(news),
    expiresAt: new Date((news.cancelReason === null ? from : now.getTime()) + USEFUL_MINUTES * 60_000),
  };
}

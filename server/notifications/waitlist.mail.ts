import { env } from "../platform/config/env.ts";
import { letterMail, type WrittenMail } from "../platform/mail/letter.ts";
import type { Told } from "./contract.ts";
import { inSeoul } from "./mail.ts";

type WaitlistUpdate = Extract<Told, { name: "waitlist.updated" }>["data"];

/** The e-mail to someone whose place on a waiting list has changed; undefined where there is nothing to write. */
export function waitlistMailOf(
  { newStatus, quantity, offerEndsAt, reason }: WaitlistUpdate,
  { title, startsAt }: { readonly title: string; readonly startsAt: Date },
): WrittenMail | undefined {
  const words = WORDS[newStatus === "ENDED" ? `ENDED.${reason}` : newStatus];
  if (!words) return undefined;
  const [ko, en] = words;
  const at = inSeoul(startsAt);
  const until = newStatus === "OFFERED" && offerEndsAt ? inSeoul(offerEndsAt) : undefined;
  const url = `${env.APP_URL}/me/waitlist`;
  return letterMail(`${title}: ${ko.title}`, {
    ko: {
      title: ko.title,
      paragraphs: [ko.body],
      facts: [
        { label: "공연", value: title },
        { label: "일시", value: at.ko },
        { label: "매수", value: `${quantity}장` },
        ...(until ? [{ label: "받을 수 있는 때", value: `${until.ko}까지` }] : []),
      ],
      action: { label: until ? "티켓 받기" : "내 대기 명단 보기", url },
    },
    en: {
      title: en.title,
      paragraphs: [en.body],
      facts: [
        { label: "Event", value: title },
        { label: "When", value: at.en },
        { label: "Tickets", value: String(quantity) },
        ...(until ? [{ label: "Take them by", value: until.en }] : []),
      ],
      action: { label: until ? "Take the tickets" : "See your waiting lists", url },
    },
  });
}

interface Words {
  readonly title: string;
  readonly body: string;
}

const WORDS: Readonly<Record<string, readonly [ko: Words, en: Words]>> = {
  OFFERED: [
    { title: "기다리시던 티켓이 나왔어요", body: "그때까지 받지 않으시면 다음 분께 넘어가요." },
    {
      title: "The tickets you were waiting for are here",
      body: "If you do not take them by then, they go to the next person.",
    },
  ],
  LAPSED: [
    {
      title: "티켓이 다음 분께 넘어갔어요",
      body: "받을 수 있는 시간이 지났어요. 다시 기다리려면 대기 명단에 올려 주세요.",
    },
    {
      title: "Your tickets went to the next person",
      body: "The time to take them ran out. Join the waiting list again to keep waiting.",
    },
  ],
  "ENDED.sale_over": [
    {
      title: "대기 명단이 끝났어요",
      body: "판매가 끝날 때까지 티켓이 나오지 않았어요. 기다려 주셔서 고마워요.",
    },
    {
      title: "The waiting list has closed",
      body: "Sales have closed and no tickets came back for you. Thank you for waiting.",
    },
  ],
  "ENDED.session_cancelled": [
    { title: "대기 명단이 끝났어요", body: "기다리시던 공연이 취소됐어요." },
    { title: "The waiting list has closed", body: "The event that you were waiting for was cancelled." },
  ],
  "ENDED.event_withdrawn": [
    { title: "대기 명단이 끝났어요", body: "기다리시던 공연의 판매가 중단됐어요." },
    { title: "The waiting list has closed", body: "The event that you were waiting for was taken off sale." },
  ],
  "ENDED.limit_reached": [
    { title: "대기 명단에서 빠졌어요", body: "한 사람이 살 수 있는 만큼 예매하셨어요." },
    {
      title: "You are off the waiting list",
      body: "You have as many tickets as one person may have.",
    },
  ],
};

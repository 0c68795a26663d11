import { env } from "../platform/config/env.ts";
import { letterMail, type WrittenMail } from "../platform/mail/letter.ts";
import { inSeoul } from "./mail.ts";
import type { Reminded } from "./reminders.store.ts";

/** The e-mail to who has tickets of an event session that begins within a day. */
export function reminderMailOf({
  title,
  venue,
  startsAt,
  quantity,
}: Pick<Reminded, "title" | "venue" | "startsAt" | "quantity">): WrittenMail {
  const at = inSeoul(startsAt);
  const url = `${env.APP_URL}/me/tickets`;
  return letterMail(`${title}: 공연이 곧 시작돼요`, {
    ko: {
      title: "예매하신 공연이 하루 안에 시작돼요",
      paragraphs: [
        "입장하실 때 내 티켓의 QR을 보여 주세요. 인터넷이 느린 곳에 대비해 미리 열어 두시면 좋아요.",
      ],
      facts: [
        { label: "공연", value: title },
        { label: "일시", value: at.ko },
        { label: "장소", value: venue },
        { label: "매수", value: `${quantity}장` },
      ],
      action: { label: "내 티켓 보기", url },
    },
    en: {
      title: "Your event starts within a day",
      paragraphs: [
        "Show the QR code in My tickets at the door. Open it beforehand, in case the network there is slow.",
      ],
      facts: [
        { label: "Event", value: title },
        { label: "When", value: at.en },
        { label: "Venue", value: venue },
        { label: "Tickets", value: String(quantity) },
      ],
      action: { label: "See my tickets", url },
    },
  });
}

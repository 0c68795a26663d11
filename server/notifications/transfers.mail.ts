import { env } from "../platform/config/env.ts";
import { letterMail, type WrittenMail } from "../platform/mail/letter.ts";

const SEOUL = { dateStyle: "full", timeStyle: "short", timeZone: "Asia/Seoul" } as const;
const inKorean = new Intl.DateTimeFormat("ko-KR", SEOUL);
const inEnglish = new Intl.DateTimeFormat("en-GB", SEOUL);

/** The e-mails to who gave a ticket away and to who has it now. */
export function transferMailOf(
  kind: "ticket.given" | "ticket.received",
  { title, startsAt }: { readonly title: string; readonly startsAt: string },
): WrittenMail {
  const at = new Date(startsAt);
  const url = `${env.APP_URL}/me/tickets`;
  const isGiven = kind === "ticket.given";
  return letterMail(isGiven ? `${title}: 티켓을 보냈어요` : `${title}: 티켓을 받았어요`, {
    ko: {
      title: isGiven ? "티켓을 보냈어요" : "티켓을 받았어요",
      paragraphs: [
        isGiven
          ? "보내신 링크로 다른 분이 티켓을 받았어요. 가지고 계시던 QR로는 입장할 수 없어요. 환불이 생기면 결제하신 분께 돌려드려요."
          : "티켓을 받으셨어요. 새 QR은 내 티켓에 있고, 전에 있던 QR로는 아무도 입장할 수 없어요.",
      ],
      facts: [
        { label: "공연", value: title },
        { label: "일시", value: inKorean.format(at) },
      ],
      action: { label: "내 티켓 보기", url },
    },
    en: {
      title: isGiven ? "You gave a ticket away" : "You have received a ticket",
      paragraphs: [
        isGiven
          ? "Someone took the ticket with your link. The QR code that you had admits no one any more. If there is a refund, it goes to the person who paid."
          : "The ticket is yours. Its new QR code is in My tickets, and the one from before admits no one any more.",
      ],
      facts: [
        { label: "Event", value: title },
        { label: "When", value: `${inEnglish.format(at)} (Korea)` },
      ],
      action: { label: "See my tickets", url },
    },
  });
}

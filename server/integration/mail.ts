import { env } from "../platform/config/env.ts";
import { letterMail, type WrittenMail } from "../platform/mail/letter.ts";

const day = new Intl.DateTimeFormat("ko-KR", { dateStyle: "long", timeZone: "Asia/Seoul" });

/** The e-mail to a seller whose account an operator has released. */
export const releasedMail = (vendorId: string): WrittenMail =>
  letterMail(`쿠팡 계정 연결이 해제됐어요 (${vendorId})`, {
    ko: {
      title: "쿠팡 계정 연결이 해제됐어요",
      paragraphs: [
        `운영자가 판매자 ${vendorId}의 연결을 해제했어요. 보관하던 Open API 키는 지웠고 다른 사람에게 넘기지 않았어요.`,
        "이미 연 공연과 티켓은 그대로예요. 이 계정을 계속 쓰신다면 다시 연결해 주세요.",
      ],
      action: { label: "다시 연결하기", url: `${env.APP_URL}/seller` },
    },
    en: {
      title: "Your Coupang account was disconnected",
      paragraphs: [
        `An operator has released the connection of ${vendorId}. Its Open API keys were erased and not shared.`,
        "Your events and tickets stay as they are. You can connect the account again.",
      ],
      action: { label: "Connect again", url: `${env.APP_URL}/seller` },
    },
  });

/** The e-mail about keys that expire, in Korean and English: we do not know which language they read. */
export function keysEndMail(vendorId: string, endsAt: Date | null, days: number): WrittenMail {
  const on = endsAt ? day.format(endsAt) : "";
  const title = days === 0 ? "쿠팡 연결 키가 만료됐어요" : `쿠팡 연결 키가 ${days}일 안에 만료돼요`;
  return letterMail(`${title} (${vendorId})`, {
    ko: {
      title,
      paragraphs: [
        `판매자 ${vendorId}의 쿠팡 Open API 키가 ${on}에 만료돼요.`,
        "쿠팡 WING에서 키를 다시 발급받은 뒤 새 키를 입력해 주세요. 연결은 그대로 이어져요.",
      ],
      action: { label: "새 키 입력하기", url: `${env.APP_URL}/seller` },
    },
    en: {
      title: "Your Coupang keys expire",
      paragraphs: [
        `The Coupang Open API keys of ${vendorId} expire on ${endsAt?.toISOString().slice(0, 10) ?? ""}.`,
        "Please issue new keys in WING and enter them here. Your connection continues.",
      ],
      action: { label: "Enter the new keys", url: `${env.APP_URL}/seller` },
    },
  });
}

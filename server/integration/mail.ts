import { env } from "../platform/config/env.ts";

const day = new Intl.DateTimeFormat("ko-KR", { dateStyle: "long", timeZone: "Asia/Seoul" });

/** The words of the e-mail to someone whose account an operator has released. */
export const releasedMail = (vendorId: string) => ({
  subject: `[선착] 쿠팡 계정 연결이 해제됐습니다 (${vendorId})`,
  text: [
    `운영자가 판매자 ${vendorId}의 연결을 해제했습니다. 보관하던 Open API 키는 지웠으며 다른 사람에게 넘기지 않았습니다.`,
    "이미 연 공연과 티켓은 그대로입니다. 이 계정을 계속 쓰신다면 아래에서 다시 연결해 주세요.",
    `An operator has released the connection of ${vendorId}. Its Open API keys are erased and were given to nobody. Your events and tickets stay; you can connect the account again here.`,
    `${env.APP_URL}/seller`,
  ].join("\n\n"),
});

/** The words of the e-mail about keys that end, in Korean and English: we do not know which language they read. */
export function keysEndMail(vendorId: string, endsAt: Date | null, days: number) {
  const on = endsAt ? day.format(endsAt) : "";
  const subject =
    days === 0
      ? `[선착] 쿠팡 연결 키가 만료됐습니다 (${vendorId})`
      : `[선착] 쿠팡 연결 키가 ${days}일 안에 만료됩니다 (${vendorId})`;
  const text = [
    `판매자 ${vendorId}의 쿠팡 Open API 키가 ${on}에 만료됩니다.`,
    "쿠팡 WING에서 키를 다시 발급받은 뒤 아래에서 새 키를 입력해 주세요. 연결은 그대로 이어집니다.",
    `The Coupang Open API keys of ${vendorId} end on ${endsAt?.toISOString().slice(0, 10) ?? ""}. Please issue new ones in WING and enter them here; nothing else changes.`,
    `${env.APP_URL}/seller`,
  ].join("\n\n");
  return { subject, text };
}

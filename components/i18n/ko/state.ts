import type { StateNames } from "../catalogue.ts";

export const state = {
  order: {
    pending: "결제 대기",
    processing: "결제 확인 중",
    confirmed: "예매 완료",
    shipped: "발송됨",
    delivered: "이용 완료",
    failed: "실패",
    cancelled: "취소됨",
  },
  payment: {
    pending: "결제 대기",
    processing: "결제 확인 중",
    completed: "결제 완료",
    refunded: "환불됨",
    failed: "결제 실패",
    cancelled: "결제 취소",
  },
  inventory: {
    available: "예매 가능",
    reserved: "홀딩 중",
    released: "반환 중",
    confirmed: "확정",
    sold: "판매됨",
    soldout: "매진",
  },
  hold: { ACTIVE: "홀딩 중", CONFIRMED: "구매 확정", EXPIRED: "시간 만료", RELEASED: "해제됨" },
  loginSession: { ACTIVE: "사용 중", SUSPENDED: "일시 정지", EXPIRED: "만료됨", REVOKED: "종료됨" },
  transmission: {
    PENDING: "전송 대기",
    SENT: "전송 완료",
    FAILED: "재시도 예정",
    DEAD: "전송 중단",
    RESOLVED: "수동 종결",
  },
} as const satisfies StateNames;

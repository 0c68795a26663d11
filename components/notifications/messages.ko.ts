import type { DepartmentNames, NotificationTexts } from "#components/i18n/required.ts";

export const notification = {
  title: "알림",
  lead: "예매와 결제, 공연 소식을 여기에 모아 둬요.",
  open: "알림, 읽지 않은 알림 없음",
  openUnread: "알림, 읽지 않은 알림 {count, number}건",
  openMany: "알림, 읽지 않은 알림 {count, number}건 이상",
  many: "{count, number}+",
  unread: "읽지 않음",
  readAll: "모두 읽음",
  all: "모든 알림 보기",
  more: "더 보기",
  empty: { title: "아직 알림이 없어요", body: "예매하거나 결제하면 진행 상황을 여기로 알려 드려요." },
  order: "주문 {number}",
  left: "{total, number}장 중 {remaining, number}장 남음",
  change: "{from} → {to}",
  cancelUntil: "오실 수 없다면 {at}까지 취소하고 전액 환불받을 수 있어요",
  refunded: "결제하신 금액은 전액 환불해요",
  texts: {
    order: {
      processing: "결제가 진행 중이에요",
      confirmed: "예매가 완료됐어요",
      shipped: "티켓이 발송됐어요",
      delivered: "이용이 완료됐어요",
    },
    payment: { completed: "결제가 완료됐어요", refunded: "환불이 완료됐어요" },
    refund: {
      asked: "결제 회사에 환불을 요청했어요",
      refused: "결제 회사가 환불을 거절했어요",
      done: "일부 환불이 완료됐어요",
    },
    inventory: {
      MID: "남은 티켓이 절반 아래로 줄었어요",
      LOW: "남은 티켓이 얼마 없어요",
      SOLDOUT: "티켓이 모두 나갔어요",
    },
    event: {
      changed: "공연 정보가 바뀌었어요",
      moved: "공연 일시가 바뀌었어요",
      cancelled: "공연이 취소됐어요",
    },
  } satisfies NotificationTexts,
  departments: {
    admin: "운영 총괄",
    inventory: "재고",
    logistics: "물류",
    fulfillment: "이행",
    finance: "재무",
    procurement: "조달",
    marketing: "마케팅",
    alert: "장애 대응",
  } satisfies DepartmentNames,
} as const;

/** The pretended payment company. It is another firm: it speaks more formally than we do. */
export const sandboxPay = {
  company: "모래페이",
  test: "연습용 결제",
  notice: "실제로 돈이 나가지 않는 연습용 결제 화면입니다.",
  merchant: "가맹점",
  merchantName: "선착",
  order: "주문 번호",
  amount: "결제 금액",
  approve: "결제 승인",
  decline: "승인 거절",
  leave: "결제 취소하고 돌아가기",
  faults: "이상 상황 연습",
  approveTwice: "승인 알림을 두 번 보내기",
  approveLate: "승인하되 알림을 늦게 보내기",
  done: "결제가 이미 처리되었습니다.",
  closed: "가맹점이 이 결제를 닫았습니다. 결제된 금액은 없습니다.",
  back: "가맹점으로 돌아가기",
} as const;

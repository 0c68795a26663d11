export const refund = {
  title: "환불",
  lead: "결제 회사가 아직 돌려주지 않은 환불이에요. 거절된 것은 다시 요청해 주세요.",
  empty: { title: "끝나지 않은 환불이 없어요", body: "요청했거나 거절된 환불은 이곳에 나타나요." },
  asked: "요청",
  since: "상태 변경 일시",
  order: "주문 {orderId}",
  code: "결제 회사 응답: {code}",
  transmissions: "전송 보기",
  askAgain: "다시 요청하기",
  askAgainTitle: "환불을 다시 요청할까요?",
  askAgainBody: "결제 회사에 {amount}을 돌려 달라고 다시 요청하고, 구매자에게 알려요.",
  askedAgain: "환불을 다시 요청했어요.",
} as const;

/** What each transition is called in an e-mail, in Korean and English; the first sentence is the title. */
export const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  "order.processing": ["결제가 진행 중이에요.", "Your payment is in progress."],
  "order.confirmed": [
    "예매가 완료됐어요. 티켓은 내 티켓에서 볼 수 있어요.",
    "Your booking is confirmed. Your tickets are in My tickets.",
  ],
  "order.shipped": [
    "종이 티켓을 발송했어요. 도착하기 전에도 내 티켓의 모바일 티켓으로 입장할 수 있어요.",
    "Your paper tickets have been shipped. Until they arrive you can enter with the mobile tickets in My tickets.",
  ],
  "shipping.corrected": [
    "종이 티켓의 송장 번호를 바로잡았어요. 전에 알려 드린 번호 대신 이 번호로 조회해 주세요.",
    "We corrected the tracking number of your paper tickets. Please use this one instead of the one we sent before.",
  ],
  "order.delivered.paper": [
    "종이 티켓의 배송이 끝났어요. 공연 날 꼭 챙겨 주세요.",
    "Your paper tickets have been delivered. Remember to bring them with you.",
  ],
  "order.delivered": ["이용이 완료됐어요. 이용해 주셔서 고마워요.", "Your order is completed. Thank you."],
  "payment.completed": ["결제가 완료됐어요.", "Your payment is complete."],
  "payment.refunded": [
    "환불이 완료됐어요. 카드사에 따라 명세서에 보이기까지 며칠 걸려요.",
    "Your refund is complete. It may take a few days to appear on your statement.",
  ],
  "payment.refunded.free": [
    "무료 예매가 취소됐어요. 결제하신 금액이 없어 돌려드릴 금액도 없어요.",
    "Your free booking was cancelled. You paid nothing, so there is nothing to refund.",
  ],
  "refund.done": [
    "일부 환불이 완료됐어요. 카드사에 따라 명세서에 보이기까지 며칠 걸려요.",
    "Your partial refund is complete. It may take a few days to appear on your statement.",
  ],
  "refund.asked": [
    "결제 회사에 환불을 요청했어요. 끝나면 다시 알려 드려요.",
    "We have requested your refund from the payment company and will e-mail you when it is done.",
  ],
  "refund.refused": [
    "결제 회사가 환불을 거절했어요. 운영팀이 확인하고 다시 요청해요. 급하시면 주문 번호와 함께 문의해 주세요.",
    "The payment company declined the refund. Our staff are looking into it. If it is urgent, contact us with your order number.",
  ],
};

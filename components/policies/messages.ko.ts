export const refundPolicy = {
  title: "취소·환불 안내",
  lead: "공연 주최자가 따로 정하지 않았다면 이 기준으로 환불해요. 공연마다 적용되는 수수료는 공연 화면과 취소 화면에서 볼 수 있어요.",
  how: "취소하는 방법",
  howBody:
    "주문 내역에서 직접 취소할 수 있어요. 취소하기 전에 돌려받을 금액을 먼저 보여 드려요. 보통 공연 전날 {usual}까지 취소할 수 있고, 공연 전날이 토요일이면 {saturday}까지예요.",
  fees: "취소 수수료",
  free: "예매한 날 취소하면 수수료가 없어요. 예매하고 {days, number}일 안에 취소해도, 공연이 {before, number}일 이상 남았다면 수수료가 없어요.",
  until: "공연 {days, number}일 전까지",
  example: "{price} 티켓이라면 장당 {fee}",
  cancelled: "공연이 취소됐을 때",
  cancelledBody: "주최자가 공연을 취소하면 수수료 없이 전액을 돌려 드려요.",
  money: "환불되는 곳",
  moneyBody: "결제하신 수단으로 돌려 드려요. 카드사나 은행의 처리에 며칠 걸릴 수 있어요.",
} as const;

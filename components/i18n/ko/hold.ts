export const hold = {
  left: "남은 시간",
  choosing: "{count, number}장을 잡아 두었어요",
  paying: "결제 중이에요. 좌석은 그동안 유지돼요",
  hurry: "1분 남았어요",
  lastCall: "{seconds, number}초 남았어요. 곧 티켓이 풀려요",
  announce: "남은 시간 {left}",
  release: "티켓 놓기",
  releaseTitle: "잡아 둔 티켓을 놓을까요?",
  releaseBody: "{count, number}장이 바로 다른 분에게 돌아가요. 결제된 금액은 없어요.",
  keep: "계속 진행",
  expired: {
    title: "홀딩 시간이 끝났어요",
    charged: "결제되지 않았어요",
    seat: "티켓은 다시 판매되고 있어요",
    next: "남아 있으면 같은 수량으로 다시 잡을 수 있어요",
    action: "다시 잡기",
  },
} as const;

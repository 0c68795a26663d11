export const hold = {
  left: "남은 시간",
  choosing: "{count, number}장을 잡아 두었어요",
  paying: "결제를 마칠 때까지 티켓을 잡아 두고 있어요",
  hurry: "1분 남았어요",
  lastCall: "{seconds, number}초 남았어요. 곧 티켓이 풀려요",
  announce: "남은 시간 {left}",
  admission: {
    left: "입장 마감까지",
    sentence: "이 시간 안에 티켓을 잡아 주세요",
    hurry: "곧 다음 분에게 차례가 넘어가요",
  },
  take: "{count, number}장 잡기",
  release: "티켓 놓기",
  releaseTitle: "잡아 둔 티켓을 놓을까요?",
  releaseBody: "{count, number}장이 바로 다른 분에게 돌아가요. 결제된 금액은 없어요.",
  keep: "계속 진행",
} as const;

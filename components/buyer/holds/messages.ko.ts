export const hold = {
  admission: {
    left: "입장 마감까지",
    sentence: "이 시간 안에 티켓을 선점해 주세요",
    hurry: "곧 다음 분에게 차례가 넘어가요",
  },
  tooMany: {
    title: "{remaining, number}장만 남았어요",
    body: "장수를 줄이면 바로 선점할 수 있어요.",
  },
  take: "{count, number}장 선점하기",
  release: "선점 취소",
  releaseTitle: "티켓 선점을 취소할까요?",
  releaseBody: "{count, number}장이 바로 다시 판매돼요. 결제된 금액은 없어요.",
  keep: "예매 계속",
} as const;

export const newEvent = {
  title: "새 공연",
  lead: "만들면 바로 판매를 시작하고, 공연이 시작할 때 닫아요.",
  name: "공연 이름",
  venue: "장소",
  description: "소개",
  startsAt: "일시",
  startsAtHint: "한국 시간 기준, 현재 이후",
  price: "1장 가격(원)",
  stock: "판매 수량",
  create: "공연 열기",
  connectFirst: {
    title: "먼저 쿠팡 계정을 연결해 주세요",
    body: "연결된 계정이 있는 판매자만 공연을 열 수 있어요. 연결하고 나서 이 화면으로 돌아오면 바로 열 수 있어요.",
    action: "쿠팡 계정 연결하기",
  },
} as const;

export const admin = {
  navigation: "운영 메뉴",
  events: "공연",
  transmissions: "전송",
  alerts: "경보",
  refunds: "환불",
  integration: "판매자 연결",
  receiver: "샌드박스 수신기",
  firing: "발생 중인 경보 {count, number}건",
  asOf: "{at} 기준",
  live: "실시간",
  stale: "새 데이터를 받지 못하고 있어요",
  denied: {
    title: "운영자만 볼 수 있는 화면이에요",
    body: "운영자 계정이 있다면 로그아웃한 뒤 그 계정으로 로그인해 주세요.",
    action: "공연 목록 보기",
  },
} as const;

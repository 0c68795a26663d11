export const admin = {
  title: "운영",
  navigation: "운영 메뉴",
  transmissions: "전송",
  alerts: "경보",
  receiver: "샌드박스 수신기",
  notAllowed: { title: "운영자만 볼 수 있어요", body: "운영자 계정으로 로그인해 주세요." },
  alertList: {
    title: "지금 울리는 경보",
    none: "울리는 경보가 없어요",
    noneBody: "문제가 생기면 이곳에 바로 나타나요.",
    count: "{count, number}번",
    since: "{at}부터",
    last: "마지막 {ago}",
    kind: {
      wrong_amount: "금액이 다른 결제 통보",
      payments_failing: "결제 성공률 급락",
      transmission_dead: "전송이 중단된 메시지",
      transmissions_late: "오래 기다리는 메시지",
      destination_paused: "일시 중지된 목적지",
      job_missed: "제때 돌지 않은 작업",
    },
  },
} as const;

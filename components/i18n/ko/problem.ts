/** What surrounds a refusal: texts that belong to no single reason. */
export const problem = {
  /** At the field itself. */
  field: "이 칸을 다시 확인해 주세요.",
  missing: "이 칸을 채워 주세요.",
  network:
    "서버의 답을 받지 못했어요. 방금 하신 일은 처리됐을 수도 있으니, 연결을 확인하고 새로고침해 주세요.",
  not_sent: "인터넷에 연결되어 있지 않아 아무것도 보내지 않았어요. 연결된 뒤 다시 눌러 주세요.",
  not_arrived: "연결이 끊겨 요청이 도착하지 않았어요. 아무것도 처리되지 않았으니 다시 눌러 주세요.",
  unknown: "처리하지 못했어요. 잠시 뒤 다시 시도해 주세요.",
  checking: {
    title: "확인 중이에요",
    body: "연결이 끊겨 답을 받지 못했어요. 처리됐는지 알아보고 있으니 다시 누르지 않아도 돼요. 두 번 처리되지 않아요.",
  },
  offline: "인터넷에 연결되어 있지 않아요. 보이는 내용은 끊기기 전의 것이고, 연결되면 다시 불러와요.",
  retryAfter: "{seconds, number}초 뒤에 다시 시도할 수 있어요.",
  reference: "문의 번호 {traceId}",
} as const;

/** What surrounds a refusal: texts that belong to no single reason. */
export const problem = {
  /** At the field itself. */
  field: "이 칸을 다시 확인해 주세요.",
  missing: "이 칸을 채워 주세요.",
  network: "인터넷 연결을 확인해 주세요. 연결되면 이어서 진행돼요.",
  unknown: "처리하지 못했어요. 잠시 뒤 다시 시도해 주세요.",
  retryAfter: "{seconds, number}초 뒤에 다시 시도할 수 있어요.",
  reference: "문의 번호 {traceId}",
} as const;

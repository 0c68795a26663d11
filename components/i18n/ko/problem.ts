import type { DateRule } from "#server/catalog/contract.ts";

/** What surrounds a refusal: texts that belong to no single reason. */
export const problem = {
  /** At the field itself. */
  field: "이 칸을 다시 확인해 주세요.",
  missing: "이 칸을 채워 주세요.",
  /** Why dates are refused, at their field and with its name. */
  rule: {
    closes_before_opening: "판매 종료는 판매 시작보다 뒤여야 해요.",
    starts_before_closing: "공연 일시는 판매 종료보다 빠를 수 없어요.",
    closes_in_past: "판매 종료는 지금보다 뒤여야 해요.",
    opens_long_ago: "판매 시작이 30일 넘게 지난 날이에요. 연도를 다시 확인해 주세요.",
    starts_too_far: "공연 일시가 20년 넘게 남았어요. 연도를 다시 확인해 주세요.",
    deadline_after_start: "취소 기한은 공연 일시보다 늦을 수 없어요.",
    deadline_too_early:
      "취소 기한은 예매할 수 있게 된 때부터 30분 뒤, 또는 공연 시작까지는 남겨 두어야 해요.",
    sales_have_opened: "판매 시작은 판매가 열린 뒤에는 바꿀 수 없어요. 멈추려면 판매를 닫아 주세요.",
    has_started: "공연 일시는 공연이 시작된 뒤에는 바꿀 수 없어요.",
    start_without_notice: "공연 일시를 앞당기려면 예매하신 분들이 알 수 있도록 하루는 남겨 두어야 해요.",
    deadline_shortened: "취소 기한은 예매하신 분들께 약속한 때보다 앞당길 수 없어요.",
  } satisfies Record<DateRule, string>,
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

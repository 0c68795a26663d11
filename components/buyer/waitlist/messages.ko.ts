import type { WaitlistEnding } from "#server/waitlist/values.ts";

export const waitlist = {
  title: "내 대기 명단",
  lead: "매진된 공연에서 티켓이 나오면 순서대로 알려 드려요.",
  empty: {
    title: "기다리는 공연이 없어요",
    body: "매진된 회차에서 대기 명단에 올려 두면, 취소된 티켓이 나올 때 먼저 알려 드려요.",
  },
  browse: "공연 둘러보기",
  seats: "{count, number}장",
  place: "내 순서",
  placeOf: "{position, number}번째",
  placeNote:
    "티켓이 나오면 순서대로, 기다리는 매수가 맞는 분께 먼저 드려요. 매수가 적을수록 차례가 빨리 올 수 있어요.",
  until: "{at}까지 받을 수 있어요. 그 뒤에는 다음 분께 넘어가요.",
  left: "남은 시간",
  accept: "티켓 받기",
  acceptNote: "받으면 2분 동안 선점되고, 대기열 없이 바로 결제해요.",
  decline: "받지 않기",
  declineTitle: "이 티켓을 받지 않을까요?",
  declineBody: "티켓은 바로 다음 분께 넘어가요. 다시 기다리려면 명단 맨 뒤에 서게 돼요.",
  keep: "돌아가기",
  leave: "대기 명단에서 나가기",
  leaveTitle: "대기 명단에서 나갈까요?",
  leaveBody: "지금 순서는 사라져요. 다시 올리면 맨 뒤에 서게 돼요.",
  checkOut: "결제하러 가기",
  again: "다시 기다리기",
  join: {
    title: "대기 명단에 올리기",
    body: "모두 매진됐어요. 예매가 취소되거나 결제하지 않은 티켓이 나오면 대기 명단 순서대로 먼저 드려요.",
    quantity: "기다릴 매수",
    hint: "1인 {max, number}장까지, 함께 받을 매수를 골라 주세요.",
    action: "대기 명단에 올리기",
    offer:
      "티켓이 나오면 알림과 이메일로 알려 드리고, {hours, plural, =0 {{minutes, number}분} other {{hours, number}시간}} 안에 받지 않으면 다음 분께 넘어가요.",
  },
  none: {
    title: "대기 명단을 받지 않는 회차예요",
    body: "이 회차는 취소된 티켓이 나오면 바로 다시 판매해요.",
    scheduled: "취소된 티켓을 모아 두었다가 {at}에 한꺼번에 판매해요.",
  },
  open: {
    title: "아직 티켓을 살 수 있어요",
    body: "대기열에서 티켓을 잡을 수 있어요. 모두 팔리면 이 페이지에서 대기 명단에 올릴 수 있어요.",
    action: "예매하러 가기",
  },
  closed: { title: "판매가 끝난 회차예요", body: "대기 명단도 함께 끝났어요.", action: "공연으로" },
  ended: {
    ACCEPTED: "티켓을 받았어요. 결제를 마쳐야 예매가 완료돼요.",
    DECLINED: "티켓을 받지 않아 다음 분께 넘어갔어요.",
    LAPSED: "받을 수 있는 시간이 지나 티켓이 다음 분께 넘어갔어요.",
    LEFT: "대기 명단에서 나왔어요.",
  },
  endReason: {
    sale_over: "판매가 끝나 대기 명단도 끝났어요. 티켓을 드리지 못해 죄송해요.",
    session_cancelled: "공연이 취소되어 대기 명단도 끝났어요.",
    event_withdrawn: "공연 판매가 중단되어 대기 명단도 끝났어요.",
    limit_reached: "한 사람이 살 수 있는 만큼 예매해 대기 명단에서 빠졌어요.",
    account_erased: "탈퇴한 계정이에요.",
  } satisfies Record<WaitlistEnding, string>,
} as const;

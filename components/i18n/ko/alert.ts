import type { AlertTexts } from "../catalogue.ts";

export const alert = {
  title: "경보",
  lead: "지금 울리는 것만 보여요. 원인이 사라지면 알아서 멎고, 그렇지 않은 것은 확인한 뒤 꺼 주세요.",
  empty: { title: "울리는 경보가 없어요", body: "새 경보는 울리는 즉시 이곳에 나타나요." },
  count: "{count, number}번 울림",
  since: "시작",
  last: "마지막",
  dead: "중단된 전송 보기",
  destination: "이곳의 전송 보기",
  latest: "마지막 것 보기",
  end: "확인하고 끄기",
  kinds: {
    wrong_amount: {
      title: "결제 금액이 주문과 달라요",
      body: "결제 {subject}: 주문은 {expected}, 통지는 {amount}. 상태는 바꾸지 않았어요.",
    },
    payment_differs: {
      title: "결제 회사의 기록이 우리와 달라요",
      body: "결제 {subject}: 우리 기록은 {recorded} 결제, 결제 회사의 말은 {told}. 상태는 바꾸지 않았어요.",
    },
    provider_misconfigured: {
      title: "결제 회사가 우리 요청을 거절해요",
      body: "{subject}: {code}. 키와 설정을 확인해 주세요. 결제가 다시 되면 멎어요.",
    },
    payments_failing: {
      title: "결제가 자주 실패하고 있어요",
      body: "최근 5분 동안 열에 일곱도 성공하지 못했어요.",
    },
    holds_failing: {
      title: "티켓 잡기가 평소의 세 배 넘게 실패하고 있어요",
      body: "최근 5분 {recent, number}번, 평소에는 5분에 {usual, number}번이에요.",
    },
    admissions_collapsed: {
      title: "대기열 입장이 멈추다시피 했어요",
      body: "기다리는 사람이 있는데 평소의 4분의 1도 들어가지 못했어요. 회차: {subject}",
    },
    transmission_dead: {
      title: "{destination}에 도착하지 않은 것이 있어요",
      body: "더는 알아서 시도하지 않아요. 다시 보내거나 종결하면 멎어요.",
    },
    transmissions_late: {
      title: "{destination}로 보낼 것이 밀려 있어요",
      body: "전송 작업이 돌고 있는지 확인해 주세요.",
    },
    destination_paused: {
      title: "{destination} 전송을 잠시 멈췄어요",
      body: "연달아 실패했어요. 마지막 이유: {reason}",
    },
    job_missed: { title: "제때 돌지 않은 작업이 있어요", body: "작업: {subject}" },
  } satisfies AlertTexts,
} as const;

import type { AlertTexts } from "#components/i18n/required.ts";

export const alert = {
  title: "경보",
  lead: "발생 중인 경보만 보여요. 원인이 사라지면 자동으로 해제되고, 그렇지 않은 경보는 확인한 뒤 해제해 주세요. 담당자를 정하면 다른 운영자가 두 번 손대지 않아요.",
  empty: { title: "발생 중인 경보가 없어요", body: "새 경보는 발생하는 즉시 이곳에 나타나요." },
  count: "{count, number}번 발생",
  since: "시작",
  last: "마지막",
  dead: "중단된 전송 보기",
  destination: "이 대상의 전송 보기",
  latest: "최근 건 보기",
  refunds: "환불 보기",
  health: "서비스 상태 보기",
  order: "주문 찾기",
  failedOrders: "실패한 주문 보기",
  payments: "결과를 모르는 결제 보기",
  sale: "판매 현황 보기",
  sales: "진행 중인 판매 보기",
  end: "확인하고 해제",
  acknowledge: {
    open: "담당하기",
    again: "담당자·메모 바꾸기",
    title: "경보 담당자 정하기",
    body: "{alert}. 담당자를 정해도 원인이 사라질 때까지 경보는 계속 발생 중이에요. 강조해서 알리지만 않아요.",
    owner: "담당자",
    me: "나 ({email})",
    note: "메모",
    noteHint: "원인이나 진행 상황을 적어 두면 다른 운영자가 읽어요. 비워도 돼요.",
    confirm: "저장",
    done: "담당자를 저장했어요",
    ownedBy: "담당 {email}",
    by: "{email} 님이 확인",
  },
  kinds: {
    wrong_amount: {
      title: "결제 금액이 주문과 달라요",
      body: "결제 {subject}: 주문은 {expected}, 통지는 {amount}. 상태는 바꾸지 않았어요.",
    },
    payment_differs: {
      title: "결제 회사의 기록이 우리와 달라요",
      body: "결제 {subject}: 우리 기록은 {recorded} 결제, 결제 회사 기록은 {told}. 상태는 바꾸지 않았어요.",
    },
    provider_misconfigured: {
      title: "결제 회사가 우리 요청을 거절해요",
      body: "{subject}: {code}. 키와 설정을 확인해 주세요. 결제가 다시 되면 해제돼요.",
    },
    decision_contradicted: {
      title: "운영자가 내린 결제 판단과 결제 회사의 답이 달라요",
      body: "주문 {order}, {recorded}: 운영자 판단은 {reason}, 결제 회사의 답은 {told}. 들어온 돈은 티켓을 드리거나 환불을 요청했어요. 돈이 없다면 주문을 확인해 주세요.",
    },
    refund_refused: {
      title: "환불이 거절됐어요",
      body: "주문 {order}: {recorded}을 돌려주지 못했어요. 결제 회사 응답: {code}. 환불 화면에서 다시 요청할 수 있어요.",
    },
    payments_failing: {
      title: "결제가 자주 실패하고 있어요",
      body: "최근 5분 동안 결제 성공률이 70%에 못 미쳤어요. 거절된 결제와 끝내지 않고 떠난 결제를 함께 세요.",
    },
    holds_failing: {
      title: "티켓 선점이 평소의 세 배 넘게 실패하고 있어요",
      body: "최근 5분 {recent, number}번, 평소에는 5분에 {usual, number}번이에요.",
    },
    admissions_collapsed: {
      title: "대기열 입장이 거의 멈췄어요",
      body: "기다리는 사람이 있는데 평소의 4분의 1도 들어가지 못했어요. 회차: {subject}",
    },
    transmission_dead: {
      title: "{destination}에 도착하지 않은 것이 있어요",
      body: "더는 자동으로 재시도하지 않아요. 다시 보내거나 종결하면 해제돼요.",
    },
    transmissions_late: {
      title: "{destination}로 보낼 것이 밀려 있어요",
      body: "전송 작업이 돌고 있는지 확인해 주세요.",
    },
    destination_paused: {
      title: "{destination} 전송을 잠시 멈췄어요",
      body: "연달아 실패했어요. 마지막 이유: {reason}",
    },
    health_worse: {
      title:
        "{subject, select, DEGRADED {서비스 일부가 느리거나 멈췄어요} UNHEALTHY {로그인과 대기열이 멈췄어요} other {예매가 멈췄어요}}",
      body: "무엇이 문제이고 무엇을 해야 하는지 서비스 상태 화면에서 볼 수 있어요. 다시 정상이 되면 해제돼요.",
    },
    job_server_away: {
      title: "작업 서버(Inngest)에 연결되지 않아요",
      body: "백그라운드 작업이 모두 멈춰 있어요. 이유: {cause}. 서버가 켜져 있는지, INNGEST_BASE_URL이 맞는지 확인해 주세요. 다시 연결되면 해제돼요.",
    },
    job_app_unknown: {
      title: "작업 서버(Inngest)가 이 앱의 등록을 받지 않아요",
      body: "서버는 응답하지만 이 앱의 작업을 실행하지 않아요. 이유: {cause}. 앱과 서버의 INNGEST_SIGNING_KEY가 같은지 확인해 주세요. 등록되면 해제돼요.",
    },
    job_driver_stalled: {
      title: "앱 안의 작업 실행기가 멈췄어요",
      body: "어느 프로세스도 백그라운드 작업을 찾고 있지 않아요. 로그에서 job-runner를 찾아보고 앱을 다시 시작해 주세요.",
    },
    job_failing: {
      title: "작업이 계속 실패하고 있어요",
      body: "작업 {subject}: 연속 {failures, number}번. 마지막 이유: {cause}. 이 trace로 로그를 찾아보세요. 한 번 성공하면 해제돼요.",
    },
    job_missed: {
      title: "시작되지 않은 작업이 있어요",
      body: "작업 {subject}: 실행기는 정상인데 이 작업이 제때 끝난 기록이 없어요. Inngest 서버를 쓴다면 INNGEST_SERVE_ORIGIN 주소로 앱에 닿는지 확인하고, 닿는다면 서버를 다시 시작해 주세요.",
    },
  } satisfies AlertTexts,
} as const;

import type { HealthTexts } from "#components/i18n/required.ts";

export const health = {
  title: "서비스 상태",
  lead: "지금 무엇이 되고 안 되는지, 예매하는 분에게 어떤 영향이 있는지, 무엇을 해야 하는지 보여요.",
  now: "지금",
  latency: "응답 {ms, number}ms",
  buyers: "예매하는 분에게",
  todo: "할 일",
  silent: {
    title: "앱이 응답하지 않아요",
    body: "상태를 물어봤지만 대답이 없어요. 앱이 꺼졌거나 이 브라우저의 인터넷이 끊겼어요. 예매도 되지 않을 수 있어요. 서버에서 앱이 켜져 있는지 확인해 주세요. 다시 응답하면 자동으로 보여요.",
  },
  stale: "마지막으로 받은 상태예요. 지금은 다를 수 있어요.",
  recorded: "기록된 상태",
  recordedLead:
    "잠깐 스치는 문제는 기록하지 않아요. 나빠진 것은 두 번째 확인에서, 나아진 것은 90초쯤 이어져야 기록해요.",
  since: "{at}부터",
  recovering: "지금은 정상으로 보여요. 이어지면 곧 정상으로 기록해요.",
  notWatched: {
    title: "상태를 지켜보지 못하고 있어요",
    body: "마지막 확인이 {at}이에요. 그 뒤의 변화는 기록되지 않았어요. 앱 프로세스가 켜져 있는지 확인해 주세요.",
  },
  noRecord: "아직 한 번도 확인하지 않았어요. 앱이 켜지고 30초쯤 뒤부터 기록해요.",
  unread: "기록을 읽지 못했어요. 없다는 뜻이 아니에요.",
  changes: "바뀐 기록",
  noChanges: { title: "바뀐 기록이 없어요", body: "지켜보기 시작한 뒤로 계속 정상이었어요." },
  change: "{name}: {from} → {to}",
  names: {
    overall: "서비스 전체",
    postgres: "데이터베이스(Postgres)",
    redis: "대기열과 로그인(Redis)",
    jobServer: "작업 실행기",
    jobRegistration: "작업 등록",
    jobs: "백그라운드 작업",
    external: "외부 전송",
  } satisfies HealthTexts["names"],
  impact: {
    postgres:
      "공연을 보거나 예매, 결제, 취소를 할 수 없어요. 이미 산 티켓은 그대로이고, 끝나지 않은 결제는 돌아오면 확인해요.",
    redis:
      "로그인한 분 모두가 503을 받고 대기열에 들어갈 수 없어요. 비워졌다면 다시 로그인하고 줄을 다시 서야 해요. 선점과 결제는 잃지 않아요.",
    jobServer: "예매는 되지만 메일, 환불, 알림, 주문 전송이 늦어져요.",
    jobRegistration: "예매는 되지만 메일, 환불, 알림, 주문 전송이 늦어져요.",
    jobs: "예매는 되지만 그 작업이 하는 일이 늦어져요. 끝난 선점은 다음 예매 때 풀려요.",
    external: "예매는 되지만 멈춘 곳으로 가는 메일, 환불 또는 주문 전송이 늦어져요. 잃어버리지는 않아요.",
  } satisfies HealthTexts["impact"],
  action: {
    postgres:
      "데이터베이스 서버가 켜져 있는지, 디스크가 찼는지, DATABASE_URL이 맞는지 확인해 주세요. 느리기만 하다면 연결 수와 오래 걸리는 쿼리를 봐 주세요.",
    redis:
      "Redis가 켜져 있는지, 메모리가 찼는지, REDIS_URL이 맞는지 확인해 주세요. 다시 켜지면 앱이 스스로 연결해요.",
    jobServer: "Inngest를 쓴다면 서버와 INNGEST_BASE_URL을, 아니라면 로그에서 job-runner를 확인해 주세요.",
    jobRegistration: "앱과 Inngest 서버의 INNGEST_SIGNING_KEY가 같은지 확인해 주세요.",
    jobs: "경보에서 어느 작업인지 보고, 적힌 trace로 로그를 찾아 주세요.",
    external: "전송 화면에서 멈춘 대상과 마지막 이유를 보고, 그쪽이 돌아오면 다시 보내 주세요.",
  } satisfies HealthTexts["action"],
} as const;

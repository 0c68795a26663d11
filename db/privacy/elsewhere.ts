import type { Disclosure, Words } from "./declare.ts";

interface RedisKey {
  readonly key: string;
  readonly what: string;
  /** Of what says something of a person by itself. */
  readonly personal?: Disclosure;
  readonly kept: Words;
}

/** What Redis has, by the form of its keys. */
export const redisKeys: readonly RedisKey[] = [
  {
    key: "session:{login session}",
    what: "status, role, times, when a second factor was given, a hash of the refresh token, address and browser of a login session",
    personal: {
      what: {
        en: "IP address and browser of a device that is logged in",
        ko: "로그인한 기기의 IP 주소와 브라우저",
      },
      why: {
        en: "Keeping you logged in, and showing you where",
        ko: "로그인을 유지하고, 어디에서 로그인했는지 보여 드리려고",
      },
    },
    kept: { en: "30 days at most; a day after its end", ko: "최대 30일, 로그아웃하면 하루 뒤까지" },
  },
  {
    key: "sessions-of:{user}",
    what: "the ids of a person's login sessions",
    personal: {
      what: { en: "Numbers of your logins", ko: "로그인 번호" },
      why: { en: "Showing and ending your logins", ko: "로그인한 기기를 보여 주고 로그아웃하려고" },
    },
    kept: { en: "60 days", ko: "60일" },
  },
  {
    key: "login-networks:{hash of an e-mail}",
    what: "the networks that an account logs in from",
    personal: {
      what: { en: "Networks that you log in from", ko: "로그인한 네트워크" },
      why: {
        en: "Stopping strangers from guessing your password",
        ko: "다른 사람이 비밀번호를 추측하지 못하게 하려고",
      },
    },
    kept: {
      en: "90 days after the last login; deleted with the account",
      ko: "마지막 로그인 뒤 90일 또는 탈퇴할 때까지",
    },
  },
  {
    key: "limit:guesses:{hash of an e-mail}",
    what: "how often strangers guessed at an account",
    kept: { en: "an hour; deleted with the account", ko: "1시간 또는 탈퇴할 때까지" },
  },
  {
    key: "passkey-challenge:{hash of a challenge}",
    what: "what the challenge of a passkey is for",
    kept: { en: "five minutes, or until it is answered", ko: "5분 또는 답할 때까지" },
  },
  {
    key: "limit:…",
    what: "counters by network or by a hash of e-mail and network, and of uploads by user id",
    personal: {
      what: { en: "Network that requests come from", ko: "요청이 온 네트워크" },
      why: { en: "Protecting the service from too many requests", ko: "지나치게 많은 요청을 막으려고" },
    },
    kept: {
      en: "a minute; of uploads and of links asked for an hour",
      ko: "1분, 업로드와 메일 링크 요청은 1시간",
    },
  },
  {
    key: "queue:{event session}:…",
    what: "places in the queue by user id",
    kept: { en: "until the queue ends", ko: "대기열이 끝날 때까지" },
  },
  {
    key: "sales:{event}, counter:{…}, metrics",
    what: "numbers of sales and of the shop",
    kept: { en: "minutes to hours", ko: "몇 분에서 몇 시간" },
  },
];

/** What a line of the log may have. */
export const logFields = [
  { field: "userId", what: "who asked, by id" },
  { field: "traceId", what: "which lines belong together" },
  {
    field: "action, target, outcome, latencyMs",
    what: "what was done to which id, how it ended and how long it took",
  },
  { field: "error", what: "the class and text of a failure, without the parameters of statements" },
] as const;

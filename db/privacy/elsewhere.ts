/** What Redis has, by the form of its keys. */
export const redisKeys = [
  {
    key: "session:{login session}",
    what: "status, role, times, when a second factor was given, a hash of the refresh token, address and browser of a login session",
    personal: true,
    kept: "30 days at most; a day after its end",
  },
  {
    key: "sessions-of:{user}",
    what: "the ids of a person's login sessions",
    personal: true,
    kept: "60 days",
  },
  {
    key: "login-networks:{hash of an e-mail}",
    what: "the networks that an account logs in from",
    personal: true,
    kept: "90 days after the last login; deleted with the account",
  },
  {
    key: "limit:guesses:{hash of an e-mail}",
    what: "how often strangers guessed at an account",
    personal: false,
    kept: "an hour; deleted with the account",
  },
  {
    key: "limit:…",
    what: "counters by network or by a hash of e-mail and network, and of uploads by user id",
    personal: true,
    kept: "a minute; of uploads and of links asked for an hour",
  },
  {
    key: "queue:{event session}:…",
    what: "places in the queue by user id",
    personal: false,
    kept: "until the queue ends",
  },
  {
    key: "sales:{event}, counter:{…}, metrics",
    what: "numbers of sales and of the shop",
    personal: false,
    kept: "minutes to hours",
  },
] as const;

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

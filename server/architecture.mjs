/**
 * Who may use whom, written once: the boundary rules, the vocabulary check and the diagram read it. A domain names the
 * domains below it, which come before it in the list. It can import only these, and it can read only their tables and its
 * own, which are in `db/schema/<domain>.ts`.
 */
export const domains = {
  audit: [],
  states: [],
  auth: [],
  alerts: ["auth"],
  "job-runner": [],
  transmissions: ["alerts"],
  health: ["alerts", "job-runner", "transmissions"],
  mail: ["auth", "transmissions"],
  credentials: ["auth", "mail"],
  push: ["auth", "transmissions"],
  posters: [],
  delivery: [],
  terms: [],
  release: [],
  integration: ["auth", "mail"],
  seats: [],
  "seat-maps": ["seats"],
  catalog: ["delivery", "integration", "posters", "release", "seat-maps", "seats", "terms", "transmissions"],
  shop: ["catalog", "posters"],
  orders: ["catalog", "delivery", "transmissions"],
  payments: ["alerts", "orders", "transmissions"],
  holds: ["alerts", "catalog", "orders", "payments", "release", "seat-maps", "seats"],
  waitlist: ["catalog", "holds", "release", "seats", "transmissions"],
  queue: ["alerts", "catalog", "holds"],
  tickets: ["catalog", "holds", "orders", "payments", "seats", "terms"],
  transfers: ["catalog", "holds", "orders", "payments", "seats", "terms", "tickets", "transmissions"],
  guests: ["catalog"],
  doors: ["catalog", "guests", "orders", "seats", "terms", "tickets"],
  wallets: ["catalog", "seats", "tickets"],
  shipping: ["orders"],
  notifications: [
    "alerts",
    "auth",
    "catalog",
    "delivery",
    "holds",
    "mail",
    "orders",
    "push",
    "queue",
    "seats",
    "shipping",
    "tickets",
    "transmissions",
    "waitlist",
  ],
  checkout: [
    "alerts",
    "auth",
    "catalog",
    "delivery",
    "holds",
    "orders",
    "payments",
    "queue",
    "seats",
    "shipping",
    "terms",
    "tickets",
    "transmissions",
  ],
  fulfillment: ["catalog", "checkout", "orders", "payments", "seats", "shipping", "tickets", "transmissions"],
  sales: ["catalog", "holds", "orders", "payments", "queue", "release", "waitlist"],
  cancellations: ["catalog", "checkout", "holds", "orders", "payments", "seats"],
  approvals: ["auth", "cancellations", "catalog", "checkout"],
  privacy: [
    "auth",
    "catalog",
    "credentials",
    "holds",
    "integration",
    "mail",
    "notifications",
    "orders",
    "payments",
    "push",
    "shipping",
    "tickets",
    "transmissions",
    "waitlist",
  ],
  sandbox: ["integration", "payments", "transmissions"],
};

/** The read side, which is above every domain: it reads any table and writes none, and only entries use it. */
export const readSide = "reports";

/** The files of a domain that others may import; of a store they may import only what `publicOfStores` names. */
export const publicFiles =
  "((commands|steps|jobs|gateways)/[^/]+|queries|contract|values|errors|machine|[a-z.-]*store)\\.ts$";

/** What other domains may use of a domain's stores, where a step or a query would only pass it on. */
export const publicOfStores = {
  auth: [
    "User",
    "deletePasskeyOf",
    "deletePasskeysOf",
    "endLoginSessionsOf",
    "findActiveAdmins",
    "findErased",
    "findUser",
    "insertUser",
    "languagesOf",
    "renamePasskeyOf",
    "setEmail",
    "setPasswordHash",
    "setVerified",
  ],
  "job-runner": ["expectRunner"],
  integration: ["isConnected"],
  catalog: [
    "eventIdOf",
    "findCurrentSessions",
    "listingRevision",
    "onSale",
    "salesOf",
    "withheld",
    "withholdsReturns",
  ],
  orders: ["OrderRow", "countBegun", "findOrder", "findPaidAmong", "replaceOrder"],
  payments: [
    "PaymentRow",
    "assignPayment",
    "changeMethod",
    "clearUnknown",
    "countOutcomes",
    "countUnknown",
    "endAttempt",
    "findCharges",
    "findPayment",
    "findPaymentOfKey",
    "findSavedCallbacks",
    "lockPaymentOfEach",
    "lockPaymentOfOrder",
    "lockPayments",
    "markDecided",
    "markUnknown",
    "postponeDecided",
    "saveCallbacks",
  ],
  holds: ["checkOutHolds", "countReceived", "freezeHolds", "lockHolds", "sharesOf", "unfreezeHold"],
  shipping: [
    "ShippingRow",
    "correctTracking",
    "eraseAddressesOfUser",
    "findShipping",
    "findShippingOf",
    "moveAddress",
    "moveShippings",
    "openAddress",
  ],
  tickets: ["saveRefundOf"],
};

/**
 * What a file of a domain may be called, and what is in it. Each name is used by several domains. What only one domain has
 * is a step, a gateway, or a further policy, store or mail: `<subject>.policy.ts`, `<subject>.store.ts`, `<subject>.mail.ts`.
 */
export const vocabulary = {
  machine: "states and edges",
  contract: "zod input and output, ids, types",
  values: "limits, lists of codes and rules that its contract and pages share, without zod",
  errors: "its rows of the error registry",
  policy: "pure rules",
  store: "all reads and writes of its own tables or keys",
  lua: "the Lua sources its store runs",
  live: "what it pushes to watchers",
  tokens: "what it signs",
  limits: "what it counts against floods",
  metrics: "what it tells Prometheus",
  queries: "reads that return contract types",
  router: "its tRPC procedures",
  rest: "its REST routes",
  jobs: "its Inngest functions",
  mail: "the words of its e-mails",
  gateway: "the interface to an outside party",
};

/** The folders of a domain that hold one act a file, `<verb>-<noun>.ts`. */
export const folders = {
  commands:
    "operations: they parse and authorize, and what a person changes with them leaves an audit record",
  steps: "parts of a transaction that their caller opened",
  jobs: "what opens transactions of its own: at the start, on a timer, on an event or ahead of a command",
  gateways: "outside parties, one a file, and the calls to them",
};

/** The rooms of `server/platform/`, which knows no domain. */
export const platformRooms = {
  operation: "what a command or query is, who may run it, and what it refuses",
  database: "transactions, transitions of machines, time and rows",
  redis: "the connection, scripts and counters",
  http: "REST, tRPC, webhooks, and calls to outside",
  jobs: "work that runs by itself, and news of work",
  config: "the settings and what is demanded of them",
  metrics: "what a process counts, and how the counts of several are told together",
  tracing: "spans, and where they are sent",
  logging: "the log and the words for errors in it",
  mail: "what an e-mail looks like: its HTML and text parts, and the calendar file",
  files: "files that people send: where they are kept, and what is made of pictures",
  concurrency: "calls that are gathered, shared, or kept once a process",
  values: "ids, texts, phone numbers, passwords and sealed values",
};

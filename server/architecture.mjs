/**
 * Who may use whom, written once: the boundary rules, the vocabulary check and the diagram read it. A domain names the
 * domains below it; whatever it does not name it cannot import.
 */
export const domains = {
  alerts: [],
  audit: ["integration", "transmissions"],
  auth: [],
  catalog: ["integration", "transmissions"],
  driver: [],
  health: ["alerts", "driver", "transmissions"],
  transmissions: ["alerts"],
  notifications: ["transmissions"],
  line: ["alerts", "catalog"],
  orders: ["catalog", "transmissions"],
  payments: ["alerts", "transmissions"],
  holds: ["alerts", "catalog", "line", "orders", "payments"],
  tickets: ["catalog"],
  checkout: ["alerts", "catalog", "holds", "orders", "payments", "tickets", "transmissions"],
  integration: ["auth", "notifications"],
  sandbox: ["payments", "integration"],
};

/** The files of a domain that others may import: commands/<verb-noun>.ts and these; a gateway is the provider's own. */
export const publicFiles = "(commands/[^/]+|queries|contract|errors|events|machine|gateways/[^/]+)\\.ts$";

/** What a file of a domain may be called, and what stands in it. */
export const vocabulary = {
  machine: "states and edges",
  contract: "zod input and output, ids, types",
  events: "facts it announces",
  errors: "its rows of the error registry",
  policy: "pure rules",
  store: "all reads and writes of its own tables or keys",
  cache: "what it keeps in Redis of what Postgres knows",
  lua: "the Lua sources its store runs",
  live: "what it pushes to watchers",
  tokens: "what it signs",
  passwords: "what it hashes",
  limits: "what it counts against floods",
  queries: "reads that return contract types",
  router: "its tRPC procedures",
  rest: "its REST routes",
  jobs: "its Inngest functions",
  mail: "the words of its e-mails",
  protocol: "the wire format it speaks",
  loop: "what it does over and over while the process lives",
  gateway: "the interface to an outside party",
  circuit: "when it leaves an outside party alone, with that table's reads and writes",
  codes: "how it reads the codes in messages",
  accounts: "what it keeps of accounts, here or elsewhere, with that table's reads and writes",
  lines: "what one at a time may have, with that table's reads and writes",
  "refunds.store": "reads and writes of the refunds, a second machine's table",
  attempts: "what it asked an outside party to do, with that table's reads and writes",
  equations: "what must hold at every moment, a query each",
  testing: "its test helpers",
};

import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { isWebhook, type RestRoute } from "../platform/http/rest.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { ERROR_CODES, errorRegistry, platformErrors, type Refuse } from "../platform/operation/errors.ts";

const Problem = z
  .object({
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    code: z.enum([...new Set(Object.values(ERROR_CODES))]),
    reason: z.string().meta({ description: "Which refusal it is: the reasons of a call stand with it." }),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    traceId: z.string(),
  })
  .meta({ id: "Problem" });

/** The groups of calls, by the domain that an operation's id begins with. */
const TAGS = {
  auth: "Accounts, logins and roles.",
  catalog: "Events, their event sessions and stock.",
  "seat-maps": "Seat maps: the sections, rows and seats of halls.",
  queue: "The queue: a place, its token, and whose turn it is.",
  waitlist: "Waiting for tickets that come back, and what is offered.",
  holds: "Tickets taken off sale for a moment.",
  checkout: "Orders, payments, cancellations and refunds.",
  approvals: "What one operator asks and another has to approve.",
  cancellations: "Events that do not take place, and the refunds for them.",
  payments: "What became of payments and refunds.",
  tickets: "Tickets and what their holders do with them.",
  doors: "Doors of event sessions: the devices that scan, and what they scanned.",
  transmissions: "Messages to outside systems, with every attempt.",
  integration: "Sellers' marketplace accounts.",
  privacy: "A copy of one's data, and the end of an account.",
  fulfillment: "Parcels with paper tickets.",
  health: "What works, for probes and dashboards.",
};

/**
 * @param routes those that are served
 * @returns the REST contract as an OpenAPI 3.1 document
 */
export function openApiDocument(routes: readonly RestRoute[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Seonchak",
      version: "1.0.0",
      description: "Tickets, first come, first served.",
      contact: { name: "The shop that serves this document" },
      license: { name: "Proprietary", identifier: "LicenseRef-Proprietary" },
    },
    servers: [{ url: "/", description: "The shop that serves this document." }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
    paths,
  });
}

function operationOf(route: RestRoute): ZodOpenApiOperationObject {
  const { operation, status } = route;
  const { path, rest } = splitInput(route);
  const hasBody = route.method !== "get";
  const requestBody = route.body ?? (hasBody && Object.keys(rest.shape).length > 0 ? rest : undefined);
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: descriptionOf(route),
    tags: [operation.id.split(".")[0] ?? ""],
    security: operation.allow.public ? [] : [{ bearer: [] }],
    requestParams: {
      path,
      ...(hasBody ? {} : { query: rest }),
      ...(operation.idempotent
        ? { header: z.object({ "Idempotency-Key": z.string().min(1).max(255) }) }
        : {}),
    },
    ...(requestBody ? { requestBody: { content: { "application/json": { schema: requestBody } } } } : {}),
    responses: {
      [status]:
        status === 204
          ? { description: "Done." }
          : {
              description: "Done.",
              content: { "application/json": { schema: route.answerSchema ?? operation.output } },
            },
      ...refusalsOf(route),
    },
  };
}

/** Who may make the call, and what it needs besides its input. */
function descriptionOf(route: RestRoute): string {
  const { allow, idempotent } = route.operation;
  if (isWebhook(route)) return "Called by an outside system. Its signature is its proof: it needs no login.";
  const who = allow.public
    ? "Needs no login."
    : allow === signedIn
      ? "For everyone who is logged in."
      : `For accounts with the role ${allow.name}.`;
  const key = "Needs an `Idempotency-Key`: the same key and request are answered the same for 24 hours.";
  return idempotent ? `${who} ${key}` : who;
}

/** The input's fields, by where they travel: those that the path names, and the rest. */
function splitInput({ path, operation }: RestRoute) {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const shape: Record<string, z.ZodType> =
    operation.input instanceof z.ZodObject ? operation.input.shape : {};
  const pick = (wanted: (name: string) => boolean) =>
    z.object(Object.fromEntries(Object.entries(shape).filter(([name]) => wanted(name))));
  return { path: pick((name) => names.includes(name)), rest: pick((name) => !names.includes(name)) };
}

/** The answers that are refusals, by status, with the reasons that a client can meet. */
function refusalsOf({ operation }: RestRoute): ZodOpenApiOperationObject["responses"] {
  const always: Refuse[] = [
    platformErrors.invalid_argument,
    platformErrors.rate_limited,
    platformErrors.unavailable,
  ];
  const known = operation.allow.public ? [] : [platformErrors.unauthorized, platformErrors.forbidden];
  const keyed = operation.idempotent
    ? [
        platformErrors.idempotency_key_missing,
        platformErrors.idempotency_in_progress,
        platformErrors.idempotency_key_reused,
      ]
    : [];
  const byStatus = new Map<number, string[]>();
  for (const { reason } of [...always, ...known, ...keyed, ...operation.refuses]) {
    const status = errorRegistry.get(reason)?.status ?? 500;
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${reason}\``]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, reasons]) => [
      status,
      { description: reasons.join(", "), content: { "application/problem+json": { schema: Problem } } },
    ]),
  );
}

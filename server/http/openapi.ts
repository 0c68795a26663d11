import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { ERROR_CODES, errorRegistry, platformErrors, type Refuse } from "../platform/errors.ts";
import type { RestRoute } from "../platform/rest.ts";

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

/** The contract as OpenAPI 3.1, from the same routes that are served. */
export function openApiDocument(routes: readonly RestRoute[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title: "Seonchak", version: "1.0.0", description: "Tickets, first come, first served." },
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
    paths,
  });
}

function operationOf(route: RestRoute): ZodOpenApiOperationObject {
  const { operation, status } = route;
  const { path, rest } = splitInput(route);
  const hasBody = route.method === "post" || route.method === "patch";
  const requestBody = route.body ?? (hasBody && Object.keys(rest.shape).length > 0 ? rest : undefined);
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.id.split(".")[0] ?? ""],
    ...(operation.allow.name === "anyone" ? {} : { security: [{ bearer: [] }] }),
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
  const known =
    operation.allow.name === "anyone" ? [] : [platformErrors.unauthorized, platformErrors.forbidden];
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

import { z } from "zod";
import { RANDOM_TEXT, variable } from "#server/platform/config/env-declaration.ts";
import { httpUrl } from "#server/platform/config/env-schemas.ts";

/** The variables of those who watch the product from outside. */
export const observability = {
  METRICS_TOKEN: variable({
    schema: z.string().optional(),
    expects: RANDOM_TEXT,
    unset:
      "`GET /api/metrics` answers programs on this machine alone, and nobody where `APP_URL` is not this machine; with it, who sends `Authorization: Bearer` and this token",
    secret: true,
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable({
    schema: httpUrl.optional(),
    expects: "the address of an OpenTelemetry collector for OTLP over HTTP, such as http://collector:4318",
    unset:
      "no traces; OpenTelemetry's other variables, such as `OTEL_EXPORTER_OTLP_HEADERS` and `OTEL_TRACES_SAMPLER`, count as its documents say",
  }),
  OTEL_SERVICE_NAME: variable({
    schema: z.string().default("seonchak"),
    expects: "the name by which traces are found",
    unset: "`seonchak`",
  }),
  ALERT_WEBHOOK_URL: variable({
    schema: httpUrl.optional(),
    expects: "the address of an incoming webhook of Slack, Discord or what takes the same messages",
    unset: "alerts are told in the app and by e-mail alone",
    secret: true,
  }),
};

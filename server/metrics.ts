import { alertMetrics } from "./alerts/metrics.ts";
import { approvalMetrics } from "./approvals/metrics.ts";
import { auditMetrics } from "./audit/metrics.ts";
import { cancellationMetrics } from "./cancellations/metrics.ts";
import { catalogMetrics } from "./catalog/metrics.ts";
import { healthMetrics, jobMetrics } from "./health/metrics.ts";
import { integrationMetrics } from "./integration/metrics.ts";
import { notificationMetrics } from "./notifications/metrics.ts";
import { paymentMetrics } from "./payments/metrics.ts";
import type { SharedMetrics } from "./platform/metrics/shared.ts";
import { queueMetrics } from "./queue/metrics.ts";
import { shippingMetrics } from "./shipping/metrics.ts";
import { transmissionMetrics } from "./transmissions/metrics.ts";

/** What Prometheus is told of the state that all processes share (docs/spec/operations.md#metrics). */
export const sharedMetrics: readonly SharedMetrics[] = [
  healthMetrics,
  jobMetrics,
  alertMetrics,
  catalogMetrics,
  queueMetrics,
  paymentMetrics,
  shippingMetrics,
  transmissionMetrics,
  integrationMetrics,
  notificationMetrics,
  approvalMetrics,
  cancellationMetrics,
  auditMetrics,
];

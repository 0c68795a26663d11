import { approvalsRoutes } from "./approvals/rest.ts";
import { authRoutes } from "./auth/rest.ts";
import { cancellationRoutes } from "./cancellations/rest.ts";
import { catalogRoutes } from "./catalog/rest.ts";
import { checkoutRoutes } from "./checkout/rest.ts";
import { credentialsRoutes } from "./credentials/rest.ts";
import { doorsRoutes } from "./doors/rest.ts";
import { fulfillmentRoutes } from "./fulfillment/rest.ts";
import { healthRoutes } from "./health/rest.ts";
import { holdsRoutes } from "./holds/rest.ts";
import { integrationRoutes } from "./integration/rest.ts";
import type { RestRoute } from "./platform/http/rest.ts";
import { privacyRoutes } from "./privacy/rest.ts";
import { queueRoutes } from "./queue/rest.ts";
import { seatMapsRoutes } from "./seat-maps/rest.ts";
import { ticketsRoutes } from "./tickets/rest.ts";
import { transmissionsRoutes } from "./transmissions/rest.ts";
import { waitlistRoutes } from "./waitlist/rest.ts";

/** Every call of the REST contract (docs/spec/http-api.md#calls). */
export const routes: readonly RestRoute[] = [
  ...approvalsRoutes,
  ...authRoutes,
  ...catalogRoutes,
  ...seatMapsRoutes,
  ...cancellationRoutes,
  ...queueRoutes,
  ...waitlistRoutes,
  ...holdsRoutes,
  ...checkoutRoutes,
  ...fulfillmentRoutes,
  ...ticketsRoutes,
  ...doorsRoutes,
  ...transmissionsRoutes,
  ...integrationRoutes,
  ...credentialsRoutes,
  ...privacyRoutes,
  ...healthRoutes,
];

import { alertsRouter } from "./alerts/router.ts";
import { approvalsRouter } from "./approvals/router.ts";
import { auditRouter } from "./audit/router.ts";
import { authRouter } from "./auth/router.ts";
import { cancellationsRouter } from "./cancellations/router.ts";
import { catalogRouter } from "./catalog/router.ts";
import { checkoutRouter } from "./checkout/router.ts";
import { credentialsRouter } from "./credentials/router.ts";
import { doorsRouter } from "./doors/router.ts";
import { fulfillmentRouter } from "./fulfillment/router.ts";
import { guestsRouter } from "./guests/router.ts";
import { healthRouter } from "./health/router.ts";
import { holdsRouter } from "./holds/router.ts";
import { integrationRouter } from "./integration/router.ts";
import { notificationsRouter } from "./notifications/router.ts";
import { ordersRouter } from "./orders/router.ts";
import { paymentsRouter } from "./payments/router.ts";
import { router } from "./platform/http/trpc.ts";
import { privacyRouter } from "./privacy/router.ts";
import { pushRouter } from "./push/router.ts";
import { queueRouter } from "./queue/router.ts";
import { reportsRouter } from "./reports/router.ts";
import { salesRouter } from "./sales/router.ts";
import { sandboxRouter } from "./sandbox/router.ts";
import { seatMapsRouter } from "./seat-maps/router.ts";
import { shopRouter } from "./shop/router.ts";
import { ticketsRouter } from "./tickets/router.ts";
import { transfersRouter } from "./transfers/router.ts";
import { transmissionsRouter } from "./transmissions/router.ts";
import { waitlistRouter } from "./waitlist/router.ts";

export const appRouter = router({
  alerts: alertsRouter,
  health: healthRouter,
  audit: auditRouter,
  approvals: approvalsRouter,
  auth: authRouter,
  catalog: catalogRouter,
  shop: shopRouter,
  seatMaps: seatMapsRouter,
  queue: queueRouter,
  waitlist: waitlistRouter,
  holds: holdsRouter,
  checkout: checkoutRouter,
  credentials: credentialsRouter,
  fulfillment: fulfillmentRouter,
  orders: ordersRouter,
  payments: paymentsRouter,
  tickets: ticketsRouter,
  doors: doorsRouter,
  guests: guestsRouter,
  transfers: transfersRouter,
  transmissions: transmissionsRouter,
  notifications: notificationsRouter,
  push: pushRouter,
  integration: integrationRouter,
  privacy: privacyRouter,
  sales: salesRouter,
  reports: reportsRouter,
  cancellations: cancellationsRouter,
  sandbox: sandboxRouter,
});

export type AppRouter = typeof appRouter;

import type { Notification } from "#server/notifications/contract.ts";

/** The page of what a notification is about: the buyer's own page of it, or the operators'. */
export function hrefOf({ params, departments }: Pick<Notification, "params" | "departments">): string {
  const { orderId, sessionId, eventId, alertId, entryId } = params;
  const isStaff = departments.length > 0;
  if (params.isTicket) return "/me/tickets";
  if (params.isQueue) return `/sessions/${sessionId}/queue`;
  if (orderId) return isStaff ? `/admin/orders/${orderId}` : `/me/orders/${orderId}`;
  if (isStaff && sessionId) return `/admin/sales/${sessionId}`;
  if (entryId) return "/me/waitlist";
  if (alertId) return "/admin/alerts";
  return eventId ? `/events/${eventId}` : "/me/notifications";
}

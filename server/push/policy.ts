/** The hosts of the push services of Chrome and those built on it, Firefox, Safari and Edge. */
const SERVICES = [
  "fcm.googleapis.com",
  "jmt17.google.com",
  "push.services.mozilla.com",
  "push.apple.com",
  "notify.windows.com",
];

/**
 * Whether an endpoint may be called. It comes from a browser, and so from strangers: who could name any address would have
 * the shop call it, and one that never answers would pause the notifications of everyone.
 * @param others - origins of further push services, which the operator named
 */
export function isPushService(endpoint: string, others: readonly string[]): boolean {
  const { origin, protocol, hostname, port, username, password } = new URL(endpoint);
  if (username || password) return false;
  if (others.includes(origin)) return true;
  if (protocol !== "https:" || port !== "") return false;
  return SERVICES.some((service) => hostname === service || hostname.endsWith(`.${service}`));
}

/** Whether a push service's answer means that it will take nothing for this subscription any more. */
export const isGone = (status: number): boolean => [400, 401, 403, 404, 410].includes(status);

import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { isPublicAddress } from "#server/platform/http/public-address.ts";

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, "").toLowerCase();

/** Whether only a browser on this very machine can mean it: localhost and the loopback addresses. */
export function isLoopback(url: string): boolean {
  const host = hostOf(url);
  if (isIP(host) === 4) return host.startsWith("127.");
  return host === "::1" || host === "localhost" || host.endsWith(".localhost");
}

/**
 * Whether an address leads to this machine and not to the public: a loopback address, or one of its own interfaces on a
 * private network. A name is not looked up: its address may change.
 */
export function isThisMachine(url: string, interfaces = networkInterfaces()): boolean {
  if (isLoopback(url)) return true;
  const host = hostOf(url);
  return (
    !isPublicAddress(host) &&
    Object.values(interfaces).some((addresses) => addresses?.some(({ address }) => address === host))
  );
}

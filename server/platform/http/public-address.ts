import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** All of the IPv6 space that is given out to the public. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address is one of the public internet: not private, loopback, link-local, shared, reserved or multicast,
 * nor an IPv6 form that leads to an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST);
}

/** Thrown for a host that is, or resolves to, an address that is not public. */
export class BlockedAddress extends Error {
  readonly code = "ERR_BLOCKED_ADDRESS";
  constructor(host: string) {
    super(`${host} is not an address of the public internet.`);
  }
}

/** Throws {@link BlockedAddress} where a URL's host is an address that is not public; names are looked up later. */
export function requirePublicHost(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new BlockedAddress(host);
}

/**
 * A lookup for connections: every address that a name stands for must be public, and it is these that are connected to,
 * so that a name that changes in between changes nothing.
 */
export const publicLookup =
  (lookup: typeof dnsLookup = dnsLookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (addresses.some(({ address }) => !isPublicAddress(address)))
        return callback(new BlockedAddress(hostname), []);
      const [first] = addresses as [LookupAddress, ...LookupAddress[]];
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };

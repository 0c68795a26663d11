import ipaddr from "ipaddr.js";

/**
 * The part of an address that one customer holds, by which every limit counts: IPv4 whole, of IPv6 the first 64 bits,
 * which anybody with one line may fill as they like.
 */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  const groups = address.parts.slice(0, 4).map((group) => group.toString(16));
  return `${groups.join(":")}::/64`;
}

/**
 * An address as a proxy writes it, with or without port and brackets.
 * @returns undefined for what is none
 */
export function readAddress(text: string): string | undefined {
  const bare = text.trim().replace(/^\[([^\]]+)\](:\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1$3");
  return ipaddr.isValid(bare) && /[.:]/.test(bare) ? bare : undefined;
}

import { expect, it } from "vitest";
import { BlockedAddress, isPublicAddress, publicLookup, requirePublicHost } from "./public-address.ts";

it.each([
  ...["127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
  ...[
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.255",
    "0.0.0.0",
    "0.1.2.3",
    "240.0.0.1",
    "255.255.255.255",
  ],
  ...["224.0.0.1", "192.0.2.1", "198.18.0.1"],
  ...["::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "fec0::1"],
  ...["::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::127.0.0.1", "::ffff:0:127.0.0.1"],
  ...["2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2001:db8::1", "2001::1", "not an address"],
])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  "http://2130706433/",
  "http://0x7f.1/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://[::ffff:127.0.0.1]/",
])("%s is seen through, however it is written", (url) => {
  expect(() => requirePublicHost(new URL(url).hostname)).toThrow(BlockedAddress);
});

/** What a connection to a name is told, where the name stands for these. */
const lookUp = (...addresses: string[]) =>
  new Promise((resolve) => {
    const resolved = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const dns = (_name: string, _options: object, done: (...answer: unknown[]) => void) =>
      done(null, resolved);
    publicLookup(dns as never)("a.example", {}, (error, address) => resolve(error ?? address));
  });

it("lets a name lead to public addresses alone", async () => {
  expect(await lookUp("8.8.8.8")).toBe("8.8.8.8");
  expect(await lookUp("127.0.0.1")).toBeInstanceOf(BlockedAddress);
  expect(await lookUp("8.8.8.8", "10.0.0.1")).toBeInstanceOf(BlockedAddress);
});

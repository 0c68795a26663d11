import type { NetworkInterfaceInfo } from "node:os";
import { expect, it } from "vitest";
import { isLoopback, isThisMachine } from "./own-address.ts";

const interfaces = Object.fromEntries(
  ["192.168.0.10", "203.0.113.9", "8.8.4.4"].map((address) => [
    address,
    [{ address } as NetworkInterfaceInfo],
  ]),
);

it.each([
  ["http://localhost:3000", true],
  ["http://LOCALHOST", true],
  ["http://demo.localhost:3000", true],
  ["http://127.0.0.1", true],
  ["http://127.8.8.8", true],
  ["http://2130706433", true],
  ["http://[::1]:3000", true],
  ["http://localhost.example.com", false],
  ["http://127.0.0.1.nip.io", false],
  ["http://0.0.0.0:3000", false],
  ["http://192.168.0.10", false],
])("%s is a loopback address: %s", (url, is) => {
  expect(isLoopback(url)).toBe(is);
});

it.each([
  ["http://localhost:3000", true],
  ["http://192.168.0.10:3000", true],
  // A neighbour, and an address that the whole world reaches.
  ["http://192.168.0.11:3000", false],
  ["http://8.8.4.4", false],
  ["https://tickets.example.com", false],
])("%s is this machine: %s", (url, is) => {
  expect(isThisMachine(url, interfaces)).toBe(is);
});

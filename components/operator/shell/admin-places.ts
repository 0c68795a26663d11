import type { admin } from "./messages.ko.ts";

/** A page of the operators, as the navigation lists it. */
interface AdminPlace {
  readonly href: string;
  /** Its name under `admin.places` in the messages. */
  readonly name: keyof typeof admin.places;
}

interface AdminPlaces {
  /** The group's name under `admin.groups` in the messages. */
  readonly group: keyof typeof admin.groups;
  readonly places: readonly AdminPlace[];
}

/** Every page of the operators, in the order of the navigation. */
export const adminPlaces: readonly AdminPlaces[] = [
  {
    group: "sales",
    places: [
      { href: "/admin", name: "now" },
      { href: "/admin/events", name: "events" },
      { href: "/admin/seat-maps", name: "seatMaps" },
    ],
  },
  {
    group: "purchases",
    places: [
      { href: "/admin/orders", name: "orders" },
      { href: "/admin/payments", name: "payments" },
      { href: "/admin/refunds", name: "refunds" },
      { href: "/admin/shipping", name: "shipping" },
      { href: "/admin/approvals", name: "approvals" },
    ],
  },
  {
    group: "connections",
    places: [
      { href: "/admin/transmissions", name: "transmissions" },
      { href: "/admin/integration", name: "integration" },
      { href: "/sandbox/data-platform", name: "receiver" },
      { href: "/sandbox/mail", name: "mailbox" },
    ],
  },
  {
    group: "system",
    places: [
      { href: "/admin/health", name: "health" },
      { href: "/admin/people", name: "people" },
      { href: "/admin/alerts", name: "alerts" },
      { href: "/admin/audit", name: "audit" },
      { href: "/admin/departments", name: "departments" },
      { href: "/admin/states", name: "states" },
    ],
  },
];

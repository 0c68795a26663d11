import { newKey } from "./given.ts";
import { ITS_SELLER_OR_ADMIN, UNPROVEN } from "./rights.ts";
import { type Row, row } from "./rights-row.ts";

/** Who may do what at the doors of an event session and with its guest list. */
export const DOORS: readonly Row[] = [
  row("doors.overview", ITS_SELLER_OR_ADMIN, async (t) => ({ eventSessionId: (await t.sale()).id })),
  row("doors.createLink", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...{ eventSessionId: (await t.sale()).id, name: "정문" },
  })),
  row("doors.revokeLink", ITS_SELLER_OR_ADMIN, async (t) => ({ id: (await t.doorLink()).id })),
  row("doors.setRules", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...{ eventSessionId: (await t.sale()).id, reentry: true },
  })),
  // Calls of devices that opened a door link: no account may make them.
  row("POST /api/door/devices", UNPROVEN, () => ({ token: "of no link" })),
  row("GET /api/door | GET /api/door/tickets | GET /api/door/guests | GET /api/door/watch", UNPROVEN),
  row("POST /api/door/scans", UNPROVEN, () => ({ scans: [] })),
  row("POST /api/door/arrivals", UNPROVEN, () => ({ arrivals: [] })),
  row("guests.list", ITS_SELLER_OR_ADMIN, async (t) => ({ eventSessionId: (await t.sale()).id })),
  row("guests.add", ITS_SELLER_OR_ADMIN, async (t) => ({
    ...{ eventSessionId: (await t.sale()).id, name: "홍길동", note: newKey() },
  })),
  row("guests.revoke", ITS_SELLER_OR_ADMIN, async (t) => ({ id: (await t.guest()).id })),
  row("POST /api/admin/sessions/:eventSessionId/guests", ITS_SELLER_OR_ADMIN, async (t) => ({
    eventSessionId: (await t.sale()).id,
    body: new TextEncoder().encode(`name,note\n홍길동,${newKey()}\n`),
    headers: { "content-type": "text/csv" },
  })),
];

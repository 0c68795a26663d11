import { get, post } from "../platform/http/rest.ts";
import { replayTransmission } from "./commands/replay-transmission.ts";
import { getTransmission, listTransmissions } from "./queries.ts";

export const transmissionsRoutes = [
  get("/admin/transmissions", listTransmissions),
  get("/admin/transmissions/:id", getTransmission),
  post("/admin/transmissions/:id/replay", replayTransmission, { status: 200 }),
];

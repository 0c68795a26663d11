import { del } from "../platform/http/rest.ts";
import { releaseHold } from "./commands/release-hold.ts";

/** The routes that make and read a hold are in server/checkout/rest.ts, since they ask queue and payments too. */
export const holdsRoutes = [del("/reservations/hold/:holdId", releaseHold)];

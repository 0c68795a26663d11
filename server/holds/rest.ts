import { del } from "../platform/http/rest.ts";
import { releaseHold } from "./commands/release-hold.ts";

export const holdsRoutes = [del("/reservations/hold/:holdId", releaseHold)];

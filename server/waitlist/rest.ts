import { del, get, post, type RestRoute } from "../platform/http/rest.ts";
import { acceptOffer } from "./commands/accept-offer.ts";
import { declineOffer } from "./commands/decline-offer.ts";
import { joinWaitlist } from "./commands/join-waitlist.ts";
import { leaveWaitlist } from "./commands/leave-waitlist.ts";
import { myWaitlist } from "./queries.ts";

export const waitlistRoutes: RestRoute[] = [
  get("/me/waitlist", myWaitlist),
  post("/waitlist", joinWaitlist),
  del("/waitlist/:entryId", leaveWaitlist),
  post("/waitlist/:entryId/accept", acceptOffer),
  post("/waitlist/:entryId/decline", declineOffer),
];

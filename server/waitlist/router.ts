import { mutation, query, router } from "../platform/http/trpc.ts";
import { acceptOffer } from "./commands/accept-offer.ts";
import { declineOffer } from "./commands/decline-offer.ts";
import { joinWaitlist } from "./commands/join-waitlist.ts";
import { leaveWaitlist } from "./commands/leave-waitlist.ts";
import { myWaitlist, waitOfSession } from "./queries.ts";

export const waitlistRouter = router({
  mine: query(myWaitlist),
  ofSession: query(waitOfSession),
  join: mutation(joinWaitlist),
  leave: mutation(leaveWaitlist),
  accept: mutation(acceptOffer),
  decline: mutation(declineOffer),
});

import { mutation, query, router } from "../platform/http/trpc.ts";
import { removePushDevice } from "./commands/remove-push-device.ts";
import { subscribePush } from "./commands/subscribe-push.ts";
import { myPushDevices } from "./queries.ts";

export const pushRouter = router({
  subscribe: mutation(subscribePush),
  removeDevice: mutation(removePushDevice),
  devices: query(myPushDevices),
});

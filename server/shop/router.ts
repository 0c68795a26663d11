import { query, router } from "../platform/http/trpc.ts";
import { browseEvents, listPlaces } from "./queries.ts";

export const shopRouter = router({
  browseEvents: query(browseEvents),
  listPlaces: query(listPlaces),
});

import { mutation, query, router } from "../platform/http/trpc.ts";
import { createSeatMap } from "./commands/create-seat-map.ts";
import { removeSeatMap } from "./commands/remove-seat-map.ts";
import { updateSeatMap } from "./commands/update-seat-map.ts";
import { getSeatMap, getSeatMapDrawing, listSeatMaps } from "./queries.ts";

export const seatMapsRouter = router({
  list: query(listSeatMaps),
  get: query(getSeatMap),
  drawing: query(getSeatMapDrawing),
  create: mutation(createSeatMap),
  update: mutation(updateSeatMap),
  remove: mutation(removeSeatMap),
});

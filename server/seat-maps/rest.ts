import { del, get, patch, post } from "../platform/http/rest.ts";
import { createSeatMap } from "./commands/create-seat-map.ts";
import { removeSeatMap } from "./commands/remove-seat-map.ts";
import { updateSeatMap } from "./commands/update-seat-map.ts";
import { getSeatMap, getSeatMapDrawing, listSeatMaps } from "./queries.ts";
import { SEAT_MAP_BYTES_MAX } from "./values.ts";

export const seatMapsRoutes = [
  get("/admin/seat-maps", listSeatMaps),
  post("/admin/seat-maps", createSeatMap, { bodyBytesMax: SEAT_MAP_BYTES_MAX }),
  get("/admin/seat-maps/:seatMapId", getSeatMap),
  patch("/admin/seat-maps/:seatMapId", updateSeatMap, { bodyBytesMax: SEAT_MAP_BYTES_MAX }),
  del("/admin/seat-maps/:seatMapId", removeSeatMap),
  get("/admin/seat-maps/:seatMapId/drawing", getSeatMapDrawing),
];

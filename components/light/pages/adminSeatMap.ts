import { SeatMapPage } from "../../organizer/seat-maps/seat-map-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(SeatMapPage);

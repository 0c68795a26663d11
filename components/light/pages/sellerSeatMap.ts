import { SeatMapPage } from "../../organizer/seat-maps/seat-map-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(SeatMapPage);

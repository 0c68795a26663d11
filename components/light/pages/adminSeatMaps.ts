import { SeatMapsPage } from "../../organizer/seat-maps/seat-maps-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(SeatMapsPage);

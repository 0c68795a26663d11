import { GuestsPage } from "../../organizer/guests/guests-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(GuestsPage);

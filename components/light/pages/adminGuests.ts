import { GuestsPage } from "../../organizer/guests/guests-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(GuestsPage);

import { EventsPage } from "../../organizer/events-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(EventsPage);

import { EventPage } from "../../organizer/event-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(EventPage);

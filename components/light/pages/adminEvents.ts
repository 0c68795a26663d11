import { EventsPage } from "../../organizer/events-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(EventsPage);

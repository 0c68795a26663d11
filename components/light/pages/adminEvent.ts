import { EventPage } from "../../organizer/event-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(EventPage);

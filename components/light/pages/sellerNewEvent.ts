import { NewEvent } from "../../organizer/new-event.tsx";
import { boot } from "../boot-organizers.tsx";

boot(NewEvent);

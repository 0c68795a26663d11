import { EditEvent } from "../../organizer/edit-event.tsx";
import { boot } from "../boot-organizers.tsx";

boot(EditEvent);

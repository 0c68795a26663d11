import { EditEvent } from "../../organizer/edit-event.tsx";
import { boot } from "../boot-operators.tsx";

boot(EditEvent);

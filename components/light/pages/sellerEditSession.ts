import { EditSession } from "../../organizer/edit-session.tsx";
import { boot } from "../boot-organizers.tsx";

boot(EditSession);

import { EditSession } from "../../organizer/edit-session.tsx";
import { boot } from "../boot-operators.tsx";

boot(EditSession);

import { NewSession } from "../../organizer/edit-session.tsx";
import { boot } from "../boot-operators.tsx";

boot(NewSession);

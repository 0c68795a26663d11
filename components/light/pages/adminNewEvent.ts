import { NewEvent } from "../../organizer/new-event.tsx";
import { boot } from "../boot-operators.tsx";

boot(NewEvent);

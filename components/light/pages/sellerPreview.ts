import { PreviewEvent } from "../../organizer/preview-event.tsx";
import { boot } from "../boot-organizers.tsx";

boot(PreviewEvent);

import { PreviewEvent } from "../../organizer/preview-event.tsx";
import { boot } from "../boot-operators.tsx";

boot(PreviewEvent);

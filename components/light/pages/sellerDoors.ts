import { DoorsPage } from "../../organizer/doors/doors-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(DoorsPage);

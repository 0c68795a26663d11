import { DoorsPage } from "../../organizer/doors/doors-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(DoorsPage);

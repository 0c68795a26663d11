import { PrintPage } from "../../shipping/print-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(PrintPage);

import { PrintPage } from "../../shipping/print-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(PrintPage);

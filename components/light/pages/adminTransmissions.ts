import { TransmissionsPage } from "../../operator/transmissions/transmissions-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(TransmissionsPage);

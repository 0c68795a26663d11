import { TransmissionPage } from "../../operator/transmissions/transmission-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(TransmissionPage);

import { ChangeSeatsPage } from "../../buyer/checkout/change-seats-page.tsx";
import { boot } from "../boot.tsx";

boot(ChangeSeatsPage);

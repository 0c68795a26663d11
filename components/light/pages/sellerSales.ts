import { SalesPage } from "../../seller/sales/sales-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(SalesPage);

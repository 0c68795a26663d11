import { SessionSalesPage } from "../../seller/sales/session-sales-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(SessionSalesPage);

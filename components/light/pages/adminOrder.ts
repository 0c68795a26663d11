import { OrderReportPage } from "../../operator/orders/order-report-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(OrderReportPage);

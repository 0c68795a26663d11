import { OrdersPage } from "../../operator/orders/orders-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(OrdersPage);

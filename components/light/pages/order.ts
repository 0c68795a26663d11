import { OrderPage } from "../../buyer/orders/order-page.tsx";
import { boot } from "../boot.tsx";

boot(OrderPage);

import { MyOrders } from "../../buyer/orders/my-orders.tsx";
import { boot } from "../boot.tsx";

boot(MyOrders);

import { ShippingPage } from "../../shipping/shipping-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(ShippingPage);

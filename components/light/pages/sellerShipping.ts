import { ShippingPage } from "../../shipping/shipping-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(ShippingPage);

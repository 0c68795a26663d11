import { ShippingsPage } from "../../shipping/shippings-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(ShippingsPage);

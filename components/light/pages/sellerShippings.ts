import { ShippingsPage } from "../../shipping/shippings-page.tsx";
import { boot } from "../boot-organizers.tsx";

boot(ShippingsPage);

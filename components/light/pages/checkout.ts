import { CheckoutPage } from "../../buyer/checkout/checkout-page.tsx";
import { boot } from "../boot.tsx";

boot(CheckoutPage);

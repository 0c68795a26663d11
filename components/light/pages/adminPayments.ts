import { UnknownPaymentsPage } from "../../operator/orders/unknown-payments-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(UnknownPaymentsPage);

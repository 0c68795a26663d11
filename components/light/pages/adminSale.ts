import { SalePage } from "../../operator/sales/sale-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(SalePage);

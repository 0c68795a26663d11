import { RefundsPage } from "../../operator/refunds/refunds-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(RefundsPage);

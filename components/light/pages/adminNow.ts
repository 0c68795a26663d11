import { NowPage } from "../../operator/sales/now-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(NowPage);

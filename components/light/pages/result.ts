import { ResultPage } from "../../buyer/payments/result-page.tsx";
import { boot } from "../boot.tsx";

boot(ResultPage);

import { TossPayPage } from "../../buyer/payments/toss-pay-page.tsx";
import { boot } from "../boot.tsx";

boot(TossPayPage);

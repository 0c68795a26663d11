import { TossReturnPage } from "../../buyer/payments/toss-return-page.tsx";
import { boot } from "../boot.tsx";

boot(TossReturnPage);

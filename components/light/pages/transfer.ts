import { TransferPage } from "../../buyer/transfers/transfer-page.tsx";
import { boot } from "../boot.tsx";

boot(TransferPage);

import { ApprovalsPage } from "../../operator/approvals/approvals-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(ApprovalsPage);

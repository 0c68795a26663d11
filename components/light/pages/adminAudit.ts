import { AuditPage } from "../../operator/audit/audit-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(AuditPage);

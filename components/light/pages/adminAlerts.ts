import { AlertsPage } from "../../operator/alerts/alerts-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(AlertsPage);

import { HealthPage } from "../../operator/health/health-page.tsx";
import { bootPublic } from "../boot-operators.tsx";

bootPublic(HealthPage);

import { IntegrationPage } from "../../operator/integration/integration-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(IntegrationPage);

import { SessionPage } from "../../operator/integration/integration-session-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(SessionPage);

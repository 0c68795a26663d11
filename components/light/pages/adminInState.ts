import { InStatePage } from "../../operator/states/in-state-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(InStatePage);

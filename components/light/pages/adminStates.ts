import { StatesPage } from "../../operator/states/states-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(StatesPage);

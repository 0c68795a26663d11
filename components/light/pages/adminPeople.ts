import { PeoplePage } from "../../operator/people/people-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(PeoplePage);

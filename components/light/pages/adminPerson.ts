import { PersonPage } from "../../operator/people/person-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(PersonPage);

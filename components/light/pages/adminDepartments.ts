import { DepartmentsPage } from "../../operator/departments/departments-page.tsx";
import { boot } from "../boot-operators.tsx";

boot(DepartmentsPage);

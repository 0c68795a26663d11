import { DoorPage } from "../../door/door-page.tsx";
import { boot } from "../boot-door.tsx";

boot(DoorPage);

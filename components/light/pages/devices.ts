import { MyDevices } from "../../auth/my-devices.tsx";
import { boot } from "../boot.tsx";

boot(MyDevices);

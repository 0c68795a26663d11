import { ConnectStart } from "../../seller/connect/connect-start.tsx";
import { boot } from "../boot.tsx";

boot(ConnectStart);

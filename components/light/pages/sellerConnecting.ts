import { ConnectPage } from "../../seller/connect/connect-page.tsx";
import { boot } from "../boot.tsx";

boot(ConnectPage);

import { HomePage } from "../../buyer/home/home-page.tsx";
import { boot } from "../boot.tsx";

boot(HomePage);

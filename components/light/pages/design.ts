import { DesignBoard } from "../../design/design-board.tsx";
import { boot } from "../boot.tsx";

boot(DesignBoard);

import { addText } from "../../lib/text";
import { publicText } from "../../text/public";

addText("public", publicText);

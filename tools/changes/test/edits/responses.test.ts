import { responses } from "./table.ts";
import { testRows } from "./test-rows.ts";

testRows(responses);

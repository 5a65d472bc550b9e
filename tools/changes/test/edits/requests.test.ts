import { requests } from "./table.ts";
import { testRows } from "./test-rows.ts";

testRows(requests);

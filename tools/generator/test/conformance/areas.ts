import type { Area, Row } from "./row.ts";
import { answers } from "./rows/answers.ts";
import { bodies } from "./rows/bodies.ts";
import { documents } from "./rows/documents.ts";
import { names } from "./rows/names.ts";
import { parameters } from "./rows/parameters.ts";
import { references } from "./rows/references.ts";
import { schemas } from "./rows/schemas.ts";
import { serversAndSecurity } from "./rows/servers-and-security.ts";

/** The table, heading by heading. */
export const areas: readonly Area[] = [
  area("Parameters", "parameters", parameters),
  area("Bodies", "bodies", bodies),
  area("Answers", "answers", answers),
  area("Schemas", "schemas", schemas),
  area("Documents", "documents", documents),
  area("Servers and security", "servers-and-security", serversAndSecurity),
  area("Names", "names", names),
  area("References", "references", references),
];

function area(title: string, name: string, rows: readonly Row[]): Area {
  return { title, file: `test/conformance/rows/${name}.ts`, rows };
}

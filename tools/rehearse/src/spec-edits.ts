import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, parseDocument } from "yaml";

/** A change of one provider's document, as a person makes it, and what has to come of it. */
export interface SpecEdit {
  readonly provider: string;
  readonly kind: "breaking" | "additive";
  /** What the commit says. */
  readonly message: string;
  /** What the changelog must name. */
  readonly named: readonly string[];
  apply(document: Document): void;
}

/** One that breaks the programs of its users, and one that does not. */
export const specEdits: readonly SpecEdit[] = [
  {
    provider: "occam",
    kind: "breaking",
    message: "Occam wants to know what a key is for",
    named: ["PUT /keys/", "purpose"],
    apply(document) {
      const schema = ["components", "schemas", "CreateKey"];
      document.addIn([...schema, "required"], "purpose");
      document.setIn(
        [...schema, "properties", "purpose"],
        document.createNode({ type: "string", description: "What the key will be used for." }),
      );
      const put = ["paths", "/keys/", "put", "requestBody", "content", "application/json"];
      document.setIn([...put, "examples", "named", "value", "purpose"], "deployments");
    },
  },
  {
    provider: "turbosmtp",
    kind: "additive",
    message: "turboSMTP keeps a note with a consumer key",
    named: ["POST /user/consumerKeys", "note"],
    apply(document) {
      document.setIn(
        ["components", "schemas", "CreateConsumerKey", "properties", "note"],
        document.createNode({ type: "string", description: "What the pair is for." }),
      );
      const post = ["paths", "/user/consumerKeys", "post", "requestBody", "content", "application/json"];
      document.setIn(
        [...post, "examples", "noted"],
        document.createNode({
          summary: "A pair with a name and a note",
          value: { label: "QA", note: "Nightly runs" },
        }),
      );
    },
  },
];

export function editSpec(repository: string, edit: SpecEdit): void {
  const file = join(repository, "specs", `${edit.provider}.yaml`);
  const document = parseDocument(readFileSync(file, "utf8"));
  edit.apply(document);
  writeFileSync(file, document.toString({ lineWidth: 120 }));
}

/** The version after a change, by the rule of changes: below 1.0.0 everything is one step smaller. */
export function versionAfter(version: string, kind: SpecEdit["kind"]): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const breaking = kind === "breaking";
  if (major === 0) return breaking ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`;
  return breaking ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}

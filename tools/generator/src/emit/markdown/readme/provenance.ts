import type { Api } from "../../../read/model.ts";
import { apiTitle } from "../../typescript/shape.ts";
import type { Target } from "../../target.ts";
import { blocks, code, heading, link, list, line, type Markdown, webLink } from "../markdown.ts";

/** Which document the package was made from, and whose API that is. */
export function provenance(api: Api, target: Target): Markdown | undefined {
  const { externalDocs } = api;
  return blocks(
    heading(2, "Where it comes from"),
    line`Generated from an OpenAPI document of ${apiTitle(api)}, version ${api.version}. The package carries it as ${link(code("openapi.yaml"), "openapi.yaml")}, exported as ${code(`${target.packageName}/openapi.yaml`)}.`,
    // Only the monorepo has the suite that writes the report.
    target.kind === "standalone"
      ? undefined
      : line`Every promise of the document was checked through this package, against a mock of it: ${link("what was proven, and how", "docs/contract.md")}.`,
    list([
      externalDocs && webLink(externalDocs.description ?? externalDocs.url, externalDocs.url),
      contactText(api),
      licenceText(api),
      api.termsOfService === undefined ? undefined : webLink("Terms of service", api.termsOfService),
    ]),
  );
}

function contactText({ contact }: Api): Markdown | undefined {
  if (contact === undefined) return undefined;
  const address = contact.url ?? (contact.email === undefined ? undefined : `mailto:${contact.email}`);
  const name = contact.name ?? contact.email ?? contact.url;
  if (name === undefined) return undefined;
  return line`Provider: ${address === undefined ? name : webLink(name, address)}`;
}

function licenceText({ licence }: Api): Markdown | undefined {
  if (licence === undefined) return undefined;
  const { name, identifier, url } = licence;
  const address =
    url ?? (identifier === undefined ? undefined : `https://spdx.org/licenses/${identifier}.html`);
  return line`Licence of the API's description: ${address === undefined ? name : webLink(name, address)}`;
}

import { isList, isObject, listed, member } from "../../load/json.ts";
import { suggestion } from "../../load/nearest.ts";
import { childPointer } from "../../load/pointer.ts";
import { at, type Context } from "../context.ts";
import { entriesOf } from "../reading.ts";

/** A requirement names schemes that exist, and scopes they know. */
export function securityRequirements(context: Context): void {
  const { document, nodes, resolve, error, warning } = context;
  const schemes = member(member(document, "components"), "securitySchemes");
  const names = isObject(schemes) ? Object.keys(schemes) : [];
  const declared = new Set(names);
  const holders = [
    { value: document, pointer: "#" },
    ...nodes("operation").map((node) => ({ value: node.value, pointer: at(node) })),
  ];
  for (const { value, pointer } of holders) {
    const requirements = member(value, "security");
    if (!isList(requirements)) continue;
    for (const [index, requirement] of requirements.entries()) {
      if (!isObject(requirement)) continue;
      for (const [name, scopes] of Object.entries(requirement)) {
        const place = childPointer(pointer, "security", index, name);
        const scheme = resolve(
          "securityScheme",
          member(schemes, name),
          childPointer("#/components/securitySchemes", name),
        );
        if (!declared.has(name)) {
          const found = names.length === 0 ? "none is declared" : `declared are ${listed(names, "and")}`;
          error(
            place,
            `The security scheme \`${name}\` is not declared. Expected it under \`components/securitySchemes\`; ${found}.${suggestion(name, names)}`,
          );
        } else if (isList(scopes) && scheme !== undefined) {
          const known = scopesOf(scheme.value);
          const granted = new Set(known);
          for (const [position, scope] of scopes.entries()) {
            if (known === undefined || typeof scope !== "string" || granted.has(scope)) continue;
            warning(
              childPointer(place, position),
              `The scope \`${scope}\` is not declared by \`${name}\`.${suggestion(scope, known)}`,
            );
          }
        }
      }
    }
  }
}

/** Scopes of all flows of an OAuth2 scheme; `undefined` for other schemes, whose scopes nobody declares. */
function scopesOf(scheme: Context["document"]): readonly string[] | undefined {
  if (member(scheme, "type") !== "oauth2") return undefined;
  return entriesOf(member(scheme, "flows")).flatMap(([, flow]) => Object.keys(member(flow, "scopes") ?? {}));
}

/** Schemes whose credential is no text that a client could send. */
export function securitySupport({ nodes, warning }: Context): void {
  for (const node of nodes("securityScheme")) {
    if (member(node.value, "type") !== "mutualTLS") continue;
    warning(
      at(node),
      "A client cannot set up mutual TLS itself. Pass a `fetch` that presents the certificate.",
    );
  }
}

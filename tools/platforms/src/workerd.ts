/** A configuration of workerd: one Worker that may talk to this machine. */
export function workerdConfig(
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
): string {
  const bindings = Object.entries(environment).map(
    ([name, value]) => `(name = "${name}", text = "${value}")`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["private"])),
  ],
);

const worker :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join(", ")}],
  modules = [
    (name = "main.js", esModule = embed "main.js"),
    (name = "scenario.js", esModule = embed "scenario.js"),
  ],
  bindings = [(name = "SELF", service = "main"), ${bindings.join(", ")}],
);
`;
}

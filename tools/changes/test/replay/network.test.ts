import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const module = new URL("../../src/replay/child/network.ts", import.meta.url).href;

test("what is replayed reaches this machine, and no other", async () => {
  const program = `import { once } from "node:events";
    import { createServer, get } from "node:http";
    import { connect } from "node:net";
    import { stayOnThisMachine } from ${JSON.stringify(module)};
    stayOnThisMachine();
    const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address();
    for (const url of ["http://localhost:" + port, "http://127.0.0.1:" + port]) {
      const [response] = await once(get(url, { agent: false }), "response");
      console.log(response.statusCode);
      response.resume();
    }
    const refused = async (start) => console.log((await new Promise((resolve) => start().on("error", resolve))).message);
    await refused(() => get("http://keys.example.com/"));
    await refused(() => connect(443, "192.0.2.1"));
    await refused(() => connect({ host: "::2", port: 443 }));
    server.close();`;
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout.trim().split("\n")).toEqual([
    "200",
    "200",
    "a replay reaches no other machine: keys.example.com",
    "a replay reaches no other machine: 192.0.2.1",
    "a replay reaches no other machine: ::2",
  ]);
});

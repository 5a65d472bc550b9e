/** The few lines that load the scenario on a kind of platform; everything else is the same bundle. */

/** A script that runs the scenario and then has nothing left to do. */
export function script(origin: string, platform: string): string {
  return `import { run } from "./scenario.js";\n${call(origin, platform)}\n`;
}

/** A Worker: it may talk to the network only while it handles an event. */
export function worker(origin: string, platform: string): string {
  const args = [origin, platform].map((text) => JSON.stringify(text)).join(", ");
  return `import { createWorker } from "./scenario.js";\nexport default createWorker(${args});\n`;
}

export function browserPage(origin: string, platform: string): string {
  const load = `import { run } from "/scenario.js"; ${call(origin, platform)}`;
  return `<!doctype html><title>Keysmith</title><script type="module">${load}</script>\n`;
}

function call(origin: string, platform: string): string {
  return `await run(${JSON.stringify(origin)}, ${JSON.stringify(platform)});`;
}

import { Socket } from "node:net";

/** Nothing here may reach another machine. */
export function stayOnThisMachine(): void {
  const connect = Socket.prototype.connect;
  Socket.prototype.connect = function guarded(this: Socket, ...given: unknown[]): Socket {
    const host = hostOf(given);
    if (host !== undefined && !LOOPBACK.test(host)) {
      this.destroy(new Error(`a replay reaches no other machine: ${host}`));
      return this;
    }
    return Reflect.apply(connect, this, given);
  };
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** `connect(port, host)`, `connect({ host })`, or what Node makes of either: a list that begins with the options. */
function hostOf([first, second]: readonly unknown[]): string | undefined {
  const options: unknown = Array.isArray(first) ? first[0] : first;
  const host: unknown = typeof options === "object" ? Reflect.get(Object(options), "host") : second;
  return typeof host === "string" ? host : undefined;
}

/** A secret, or a function that gets it for every call, from a vault for example. For HTTP basic: `user:password`. */
export type Credential = string | (() => string | Promise<string>);

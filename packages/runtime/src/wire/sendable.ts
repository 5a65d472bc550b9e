/** What `fetch` takes as a body: `BodyInit`, a name that only programs with the DOM's types have. Node.js has the request. */
export type Sendable = NonNullable<RequestInit["body"]>;

/** What is promised by each kind of cell, and what judges whether it is kept. */
export const JUDGES = `| Cells | What is promised | Judged by |
| --- | --- | --- |
| requests | Arguments that the document allows arrive unchanged, sent by a method and by a free function | Prism and a second validator (Ajv) against the schemas; the bytes are read back by the document's rules and compared |
| answers | Every documented status, media type and example reaches the caller as it is, or is thrown as the right error | comparison with the example, by every view of the call; both validators against the schemas |
| refusals | Each required argument left out, and each keyword of every schema broken once, is refused: by the client where it cannot be sent, else by the mock and for that reason | both validators; class, status and body of the error |
| credentials | Without a credential, or with one that cannot be one, nothing is answered | a \`ConfigError\` before anything is sent; a 401 for the same request without it |
| types | Exact types of arguments, data and each error; wrong calls do not compile | the TypeScript compiler, on \`test/types.test-d.ts\` |
| pages | Iterators walk on from every example of a page | comparison with the items; the query of the next request |
| calls | A call goes to the chosen server, takes its credential from the environment or a function, is repeated only where that does no harm, says why no answer came, and shows no secret | the bytes that are sent, and how often; class and text of the error |

Where the two validators do not agree, the cell is red.`;

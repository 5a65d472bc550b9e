// Generated from specs/gr4vy.yaml by Keysmith. Edit the document, then run `pnpm generate gr4vy`.

/* oxlint-disable no-console, no-unused-vars -- what an example leaves over is its reader's to use */

import * as calls from "@keysmith/gr4vy";
import type { Gr4vyClient } from "@keysmith/gr4vy";
import { createGr4vy } from "@keysmith/gr4vy";

const gr4vy = createGr4vy({ server: { gr4vy_id: "plantly" }, auth: { BearerAuth: process.env.GR4VY_TOKEN } });

export async function createApiKeyPairExamples(client: Gr4vyClient): Promise<void> {
  {
    const apiKeyPair = await gr4vy.createApiKeyPair();
  }
  {
    await calls.createApiKeyPair(client);
  }
}

export async function listApiKeyPairsExamples(client: Gr4vyClient): Promise<void> {
  {
    for await (const apiKeyPair of gr4vy.listApiKeyPairs().items()) {
      console.log(apiKeyPair);
    }
  }
  {
    for await (const apiKeyPair of gr4vy
      .listApiKeyPairs({
        limit: 50,
        cursor: "ZXhhbXBsZTE",
      })
      .items()) {
      console.log(apiKeyPair);
    }
  }
  {
    await calls.listApiKeyPairs(client);
  }
}

export async function deleteApiKeyPairExamples(client: Gr4vyClient): Promise<void> {
  {
    await gr4vy.deleteApiKeyPair({
      api_key_pair_id: "SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI",
    });
  }
  {
    await calls.deleteApiKeyPair(client, { api_key_pair_id: "SopiN5XU0IWy8Xe9mwx1ICQbKh4-ydCDPx3LIyArkVI" });
  }
}

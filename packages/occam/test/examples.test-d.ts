// Generated from specs/occam.yaml by Keysmith. Edit the document, then run `pnpm generate occam`.

/* oxlint-disable no-console, no-unused-vars -- what an example leaves over is its reader's to use */

import * as calls from "@keysmith/occam";
import type { OccamClient } from "@keysmith/occam";
import { createOccam } from "@keysmith/occam";

const occam = createOccam({ auth: { OAuth2PasswordBearer: process.env.OCCAM_TOKEN } });

export async function createKeyExamples(client: OccamClient): Promise<void> {
  {
    const visibleApiKey = await occam.createKey({ body: { name: "deploy" } });
  }
  {
    await calls.createKey(client, { body: { name: "deploy" } });
  }
}

export async function listKeysExamples(client: OccamClient): Promise<void> {
  {
    const hiddenApiKeys = await occam.listKeys();
  }
  {
    await calls.listKeys(client);
  }
}

export async function deleteKeyExamples(client: OccamClient): Promise<void> {
  {
    const deletedKey = await occam.deleteKey({ uuid: "00000000-0000-4000-8000-000000000001" });
  }
  {
    await calls.deleteKey(client, { uuid: "00000000-0000-4000-8000-000000000001" });
  }
}

export async function getKeyUsageExamples(client: OccamClient): Promise<void> {
  {
    const apiKeyUsage = await occam.getKeyUsage({ uuid: "00000000-0000-4000-8000-000000000001" });
  }
  {
    await calls.getKeyUsage(client, { uuid: "00000000-0000-4000-8000-000000000001" });
  }
}

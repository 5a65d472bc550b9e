// Generated from specs/automox.yaml by Keysmith. Edit the document, then run `pnpm generate automox`.

/* oxlint-disable no-console, no-unused-vars -- what an example leaves over is its reader's to use */

import * as calls from "@keysmith/automox";
import type { AutomoxClient } from "@keysmith/automox";
import { createAutomox } from "@keysmith/automox";

const automox = createAutomox({ auth: { bearerAuth: process.env.AUTOMOX_API_KEY } });

export async function createUserApiKeyExamples(client: AutomoxClient): Promise<void> {
  {
    const apiKey = await automox.createUserApiKey({ userId: 1, o: 2, body: { name: "deploy" } });
  }
  {
    const apiKey = await automox.createUserApiKey({
      userId: 1,
      o: 2,
      body: { name: "audit", expires_at: "2031-12-05T18:21:47+0000" },
    });
  }
  {
    await calls.createUserApiKey(client, { userId: 1, o: 2, body: { name: "deploy" } });
  }
}

export async function getUserApiKeysExamples(client: AutomoxClient): Promise<void> {
  {
    for await (const apiKey of automox.getUserApiKeys({ userId: 1, o: 2 }).items()) {
      console.log(apiKey);
    }
  }
  {
    for await (const apiKey of automox
      .getUserApiKeys({
        userId: 1,
        o: 2,
        limit: 50,
        page: 0,
      })
      .items()) {
      console.log(apiKey);
    }
  }
  {
    await calls.getUserApiKeys(client, { userId: 1, o: 2 });
  }
}

export async function getUserApiKeyExamples(client: AutomoxClient): Promise<void> {
  {
    const apiKey = await automox.getUserApiKey({ userId: 1, id: 3, o: 2 });
  }
  {
    await calls.getUserApiKey(client, { userId: 1, id: 3, o: 2 });
  }
}

export async function updateUserApiKeyExamples(client: AutomoxClient): Promise<void> {
  {
    const apiKey = await automox.updateUserApiKey({
      userId: 1,
      id: 3,
      o: 2,
      body: { is_enabled: true },
    });
  }
  {
    await calls.updateUserApiKey(client, { userId: 1, id: 3, o: 2, body: { is_enabled: true } });
  }
}

export async function deleteUserApiKeyExamples(client: AutomoxClient): Promise<void> {
  {
    await automox.deleteUserApiKey({ userId: 1, id: 3, o: 2 });
  }
  {
    await calls.deleteUserApiKey(client, { userId: 1, id: 3, o: 2 });
  }
}

export async function decryptUserApiKeyExamples(client: AutomoxClient): Promise<void> {
  {
    const decryptedApiKey = await automox.decryptUserApiKey({ userId: 1, id: 3, o: 2 });
  }
  {
    await calls.decryptUserApiKey(client, { userId: 1, id: 3, o: 2 });
  }
}

export async function getOrganizationApiKeysExamples(client: AutomoxClient): Promise<void> {
  {
    for await (const apiKey of automox.getOrganizationApiKeys({ id: 2 }).items()) {
      console.log(apiKey);
    }
  }
  {
    for await (const apiKey of automox
      .getOrganizationApiKeys({
        id: 2,
        limit: 50,
        page: 0,
      })
      .items()) {
      console.log(apiKey);
    }
  }
  {
    await calls.getOrganizationApiKeys(client, { id: 2 });
  }
}

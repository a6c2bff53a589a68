import type { Authentication } from "@sightline/domain/auth/authentication";
import type { DomainContext } from "@sightline/domain/context";
import type { ChallengeHost } from "../challenge/challenge-host";

export interface AppConfig {
  /** How browsers reach the app, such as `https://sightline.example.org`, without a path. */
  publicUrl: string;
  /** Addresses (CIDR) of proxies whose X-Forwarded-For is believed; empty: the socket's address counts. */
  trustedProxies: readonly string[];
  /** The second origin, where workers solve live challenges; absent: none are shown. */
  challengeHost?: ChallengeHost;
  /** Folder of the migrations: `/readyz` compares the database with its journal. */
  migrationsFolder: string;
}

export interface AppOptions {
  ctx: DomainContext;
  auth: Authentication;
  config: AppConfig;
  /** Folder of the built web app; null serves none. */
  webRoot: string | null;
}

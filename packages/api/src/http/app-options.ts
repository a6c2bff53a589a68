import type { Authentication } from "@sightline/domain/auth/authentication";
import type { DomainContext } from "@sightline/domain/context";

export interface AppConfig {
  /** How browsers reach the app, such as `https://sightline.example.org`, without a path. */
  publicUrl: string;
  /** Addresses (CIDR) of proxies whose X-Forwarded-For is believed; empty: the socket's address counts. */
  trustedProxies: readonly string[];
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

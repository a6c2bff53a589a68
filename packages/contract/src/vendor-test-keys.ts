import type { TaskKind } from "./task-kinds";

/**
 * Keys that the vendors publish for tests, whose widgets always pass: allowed on any page, since they guard nothing.
 */
const TEST_KEYS: Partial<Record<TaskKind, readonly string[]>> = {
  recaptcha_v2: ["6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI"],
  hcaptcha: [
    "10000000-ffff-ffff-ffff-000000000001",
    "20000000-ffff-ffff-ffff-000000000002",
    "30000000-ffff-ffff-ffff-000000000003",
  ],
};

export function isVendorTestKey(kind: TaskKind, siteKey: string): boolean {
  return TEST_KEYS[kind]?.includes(siteKey) ?? false;
}

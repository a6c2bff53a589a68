/** The workers that the demo seeds: worker@, worker2@ to worker9@. */
export const DEMO_WORKERS_MAX = 9;
export const DEMO_PASSWORD = "demo-password";

/** Who logs in for a crowd of this size: from worker9@ downwards, so that worker@ stays free for a person. */
export function demoWorkers(count: number): string[] {
  return Array.from({ length: Math.min(count, DEMO_WORKERS_MAX) }, (_, i) => {
    const number = DEMO_WORKERS_MAX - i;
    return `worker${number === 1 ? "" : number}@demo.test`;
  });
}

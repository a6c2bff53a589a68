/** Names one lease of one task: what an act, a draft and a picture on this screen belong to. */
export type LeaseKey = `${number}:${number}`;

export function leaseKey(lease: { taskId: number; leaseNo: number }): LeaseKey {
  return `${lease.taskId}:${lease.leaseNo}`;
}

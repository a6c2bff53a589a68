import type { TaskInput } from "./task-inputs";

/** How much is kept, however many tasks wait. */
const MAX_BYTES = 64 * 1024 * 1024;
const SEGMENT_BYTES = 2 * 1024 * 1024;
/** Segments that stand ready to be used anew; more go back to the system. */
const FREE_MAX = 4;
/** A larger input stays in its own buffer: it would waste the end of a segment. */
const SHARED_MAX_BYTES = SEGMENT_BYTES / 8;
/** A task without a file costs memory too. */
const ENTRY_BYTES = 200;

/** Where inputs lie one behind the other, or one alone. */
interface Segment {
  readonly memory: Buffer;
  readonly shared: boolean;
  readonly taskIds: number[];
  usedBytes: number;
  open: number;
}

interface Entry extends Omit<TaskInput, "bytes"> {
  readonly segment: Segment;
  readonly offset: number;
  readonly length: number;
}

/**
 * Inputs of tasks submitted here, until they end: saves reading back what was just written. Bounded by bytes, and the
 * oldest go first. The bytes are copied into a few large buffers, each of which is used anew when none of its tasks is
 * open any longer: a buffer of its own for each of thousands of pictures is what only a full garbage collection
 * frees, and those collections cost a sixth of the server's time.
 */
export class InputCache {
  readonly #entries = new Map<number, Entry>();
  /** Oldest first. */
  readonly #segments = new Set<Segment>();
  readonly #free: Buffer[] = [];
  #filling: Segment | null = null;
  #bytes = 0;

  put(taskId: number, { bytes, ...rest }: TaskInput): void {
    this.drop(taskId);
    const segment = bytes.length > SHARED_MAX_BYTES ? this.#begin(bytes, false) : this.#roomFor(bytes.length);
    const offset = segment.usedBytes;
    if (segment.shared) bytes.copy(segment.memory, offset);
    segment.usedBytes += bytes.length + ENTRY_BYTES;
    segment.taskIds.push(taskId);
    segment.open++;
    this.#entries.set(taskId, { ...rest, segment, offset, length: bytes.length });
  }

  /** Its bytes are a copy where the memory is used anew, so that nobody holds what changes. */
  get(taskId: number): TaskInput | undefined {
    const entry = this.#entries.get(taskId);
    if (!entry) return undefined;
    const { segment, offset, length, ...rest } = entry;
    const bytes = segment.memory.subarray(offset, offset + length);
    return { ...rest, bytes: segment.shared ? Buffer.from(bytes) : bytes };
  }

  drop(taskId: number): void {
    const segment = this.#entries.get(taskId)?.segment;
    if (!segment) return;
    this.#entries.delete(taskId);
    if (--segment.open === 0 && segment !== this.#filling) this.#release(segment);
  }

  #roomFor(bytes: number): Segment {
    const filling = this.#filling;
    if (filling && filling.usedBytes + bytes + ENTRY_BYTES <= SEGMENT_BYTES) return filling;
    this.#filling = null;
    if (filling?.open === 0) this.#release(filling);
    this.#filling = this.#begin(this.#free.pop() ?? Buffer.allocUnsafeSlow(SEGMENT_BYTES), true);
    return this.#filling;
  }

  #begin(memory: Buffer, shared: boolean): Segment {
    for (const oldest of this.#segments) {
      if (this.#bytes + memory.length <= MAX_BYTES) break;
      if (oldest !== this.#filling) this.#evict(oldest);
    }
    const segment = { memory, shared, taskIds: [], usedBytes: 0, open: 0 };
    this.#segments.add(segment);
    this.#bytes += memory.length;
    return segment;
  }

  #evict(segment: Segment): void {
    for (const taskId of segment.taskIds) {
      if (this.#entries.get(taskId)?.segment === segment) this.#entries.delete(taskId);
    }
    this.#release(segment);
  }

  #release(segment: Segment): void {
    this.#segments.delete(segment);
    this.#bytes -= segment.memory.length;
    if (segment.shared && this.#free.length < FREE_MAX) this.#free.push(segment.memory);
  }
}

/** What one process tells the others, at most once per turn of its event loop. */
export interface HintMessage {
  queued?: number;
  ended?: number[] | null;
  seats?: number[];
  hands?: number[];
  changed?: string[];
}

/** Beyond this many ended tasks a message names none of them: look again at everything. */
const ENDED_IDS_MAX = 300;
/** Of every other list in one message; what is beyond is left for the receivers' own look each second. */
const LIST_MAX = 1_000;
/** NOTIFY takes less than 8,000 bytes. */
const PAYLOAD_MAX_LENGTH = 7_900;

export function withEnded(
  ended: readonly number[] | null | undefined,
  taskIds: readonly number[],
): number[] | null {
  if (ended === null) return null;
  const all = [...(ended ?? []), ...taskIds];
  return all.length > ENDED_IDS_MAX ? null : all;
}

export function withOne<T>(list: readonly T[] | undefined, item: T): T[] {
  return [...(list ?? []), item].slice(-LIST_MAX);
}

/** One message as as many payloads as it needs: the lists are halved until each fits. */
export function payloadsOf(from: number, message: HintMessage): string[] {
  const payload = JSON.stringify({ from, ...message });
  if (payload.length < PAYLOAD_MAX_LENGTH) return [payload];
  const items = [message.seats, message.hands, message.changed].reduce(
    (sum, list) => sum + (list?.length ?? 0),
    0,
  );
  if (items < 2) return [];
  return (["head", "tail"] as const).flatMap((half) => {
    const part = <T>(list: readonly T[] | undefined): T[] | undefined => {
      const middle = Math.ceil((list?.length ?? 0) / 2);
      return half === "head" ? list?.slice(0, middle) : list?.slice(middle);
    };
    const { queued, ended } = message;
    const lists = { seats: part(message.seats), hands: part(message.hands), changed: part(message.changed) };
    const once = half === "head" ? { queued, ended } : {};
    return payloadsOf(from, { ...once, ...lists } as HintMessage);
  });
}

/** The channel is open to everybody who may connect to this database: what cannot be read is no message. */
export function parseHintMessage(payload: string): (HintMessage & { from: number }) | null {
  try {
    const message: unknown = JSON.parse(payload);
    return typeof message === "object" && message !== null
      ? (message as HintMessage & { from: number })
      : null;
  } catch {
    return null;
  }
}

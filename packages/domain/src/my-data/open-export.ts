import type { DomainContext } from "../context";
import type { Holder } from "./export-files";

/** The last block of a deflate stream: an empty one. Every part ends on a byte before it. */
const END = Buffer.from([0x03, 0x00]);
const PARTS_A_READ = 50;
/** General purpose flags: names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

interface Entry {
  file: string;
  packed: number;
  raw: number;
  crc: number;
  last_step: number;
  offset: number;
}

/** The file as a ZIP of known size, a few parts at a time; null when it is not this account's, not ready or gone. */
export async function openExport(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { id, accountId }: { id: number; accountId: Holder["accountId"] },
): Promise<{ bytes: number; pieces: AsyncGenerator<Buffer> } | null> {
  const { rows } = await ctx.pool.query<Entry>({
    name: "open_data_export",
    text: `
      select file, sum(octet_length(packed))::int + ${END.length} as packed, sum(raw_bytes)::int as raw,
        (array_agg(crc order by step desc))[1] as crc, max(step) as last_step
      from data_export_part
      where export_id = (select id from data_export where id = $1 and account_id = $2 and state = 1 and expires_at > $3)
      group by file order by max(step)`,
    values: [id, accountId, new Date(ctx.clock.nowMs())],
  });
  if (rows.length === 0) return null;
  let offset = 0;
  const entries = rows.map((row) => {
    const entry = { ...row, offset };
    offset += localHeader(entry).length + entry.packed;
    return entry;
  });
  const tail = directory(entries, offset);
  return { bytes: offset + tail.length, pieces: pieces(ctx, id, entries, tail) };
}

async function* pieces(
  ctx: Pick<DomainContext, "pool">,
  id: number,
  entries: readonly Entry[],
  tail: Buffer,
): AsyncGenerator<Buffer> {
  let step = 0;
  for (const entry of entries) {
    yield localHeader(entry);
    while (step <= entry.last_step) {
      const { rows } = await ctx.pool.query<{ packed: Buffer }>({
        name: "read_data_export",
        text: `select packed from data_export_part where export_id = $1 and step >= $2 and step <= $3
               order by step limit ${PARTS_A_READ}`,
        values: [id, step, entry.last_step],
      });
      if (rows.length === 0) throw new Error("the file ended while it was read");
      for (const { packed } of rows) yield packed;
      step += rows.length;
    }
    yield END;
  }
  yield tail;
}

/** What both headers of an entry say, from the version on. */
function facts({ file, packed, raw, crc }: Entry): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(UTF8, 2);
  bytes.writeUInt16LE(DEFLATED, 4);
  // The first of January 1980: the README says when it was written.
  bytes.writeUInt16LE(0x21, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(raw, 18);
  bytes.writeUInt16LE(file.length, 22);
  return bytes;
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04"), facts(entry), Buffer.from(entry.file)]);
}

function directory(entries: readonly Entry[], offset: number): Buffer {
  const list = Buffer.concat(
    entries.map((entry) => {
      const places = Buffer.alloc(14);
      places.writeUInt32LE(entry.offset, 10);
      const madeBy = Buffer.from([VERSION, 0]);
      return Buffer.concat([
        Buffer.from("PK\x01\x02"),
        madeBy,
        facts(entry),
        places,
        Buffer.from(entry.file),
      ]);
    }),
  );
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([list, Buffer.from("PK\x05\x06"), end]);
}

/**
 * EXIF is a small TIFF file: a byte order, then directories of 12-byte entries `tag(2) type(2) count(4) value(4)`.
 * The only entry that changes how a picture is shown is the orientation, 1 (upright) to 8, in the first directory.
 */
const orientationTag = 0x0112;
const shortType = 3;

/** The orientation, or 1 when there is none or it cannot be read; never throws. */
export function readExifOrientation(tiff: Buffer): number {
  const order = tiff.toString("latin1", 0, 4);
  if (tiff.length < 10 || (order !== "II*\0" && order !== "MM\0*")) return 1;
  const little = order === "II*\0";
  const read16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const entriesFit = Math.floor((tiff.length - directory - 2) / 12);
  const entries = Math.min(read16(directory), entriesFit);
  for (let entry = directory + 2; entry < directory + 2 + 12 * entries; entry += 12) {
    if (read16(entry) !== orientationTag || read16(entry + 2) !== shortType) continue;
    const orientation = read16(entry + 8);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

/** The smallest EXIF that says nothing but an orientation: one directory with one entry, 26 bytes. */
export function writeExifOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(shortType, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

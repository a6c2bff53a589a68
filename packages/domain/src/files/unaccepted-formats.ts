/** A picture format that exists but that we do not accept, told by its first bytes, or null. */
export function nameUnacceptedFormat(bytes: Buffer): string | null {
  const head = bytes.toString("latin1", 0, 16);
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "webp";
  if (isBmp(bytes)) return "bmp";
  if (/^(?:II[*+]\0|MM\0[*+])/.test(head)) return "tiff";
  if (isIcon(bytes)) return "ico";
  if (head.startsWith("ftyp", 4)) return nameByBrand(bytes);
  return isSvg(bytes) ? "svg" : null;
}

/** "BM" alone begins plenty of plain text, so the header that follows must be one of the known lengths. */
function isBmp(bytes: Buffer): boolean {
  if (bytes.length < 18 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return false;
  return [12, 16, 40, 52, 56, 64, 108, 124].includes(bytes.readUInt32LE(14));
}

/** Icons and cursors: a reserved zero, the kind, then a small count of pictures. */
function isIcon(bytes: Buffer): boolean {
  if (bytes.length < 22 || bytes.readUInt16LE(0) !== 0) return false;
  const kind = bytes.readUInt16LE(2);
  const count = bytes.readUInt16LE(4);
  return (kind === 1 || kind === 2) && count >= 1 && count <= 256 && bytes[9] === 0;
}

const avifBrands = ["avif", "avis"];
const heicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

/** Films share this container, so the brands in its first box decide; AVIF also lists the general ones of HEIC. */
function nameByBrand(bytes: Buffer): string | null {
  const boxEnd = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const brands = bytes.toString("latin1", 8, Math.max(boxEnd, 12)).match(/.{4}/gs) ?? [];
  if (brands.some((brand) => avifBrands.includes(brand))) return "avif";
  return brands.some((brand) => heicBrands.includes(brand)) ? "heic" : null;
}

const svgPrologueBytesMax = 4096;

/** Walks over the byte order mark, declarations, comments and document type to the first element. */
function isSvg(bytes: Buffer): boolean {
  let rest = bytes
    .toString("utf8", 0, svgPrologueBytesMax)
    .replace(/^\uFEFF/, "")
    .trimStart();
  while (rest.startsWith("<?") || rest.startsWith("<!")) {
    const close = closeOfPrologueItem(rest);
    const end = rest.indexOf(close);
    if (end < 0) return false;
    rest = rest.slice(end + close.length).trimStart();
  }
  return /^<(?:svg:)?svg[\s/>]/i.test(rest);
}

function closeOfPrologueItem(text: string): string {
  if (text.startsWith("<?")) return "?>";
  if (text.startsWith("<!--")) return "-->";
  const hasSubset = /^<![^>[]*\[/.test(text);
  return hasSubset ? "]>" : ">";
}

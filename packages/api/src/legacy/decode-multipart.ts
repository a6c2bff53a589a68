import type { Readable } from "node:stream";
import busboy from "busboy";
import { addField, emptyInput, MAX_FIELDS, type RequestInput } from "./request-input";

const MAX_FILES = 16;

/**
 * The fields and files of a multipart body that was read whole, or null when it is malformed or has too many
 * parts. A part is a file when it has a file name, or when it is called `file`: the name itself and the type it
 * claims say nothing, since clients send `file`, `upload` or none.
 */
export function decodeMultipart(body: Buffer, contentType: string): Promise<RequestInput | null> {
  return new Promise((resolve) => {
    const fail = () => resolve(null);
    const input = emptyInput();
    const parser = openParser(contentType, body.length);
    if (parser === null) return fail();
    parser.on("field", (name, value) => {
      // No name at all, or a charset that nobody knows: the part is ignored as any unknown parameter is.
      if (name !== undefined && value !== undefined) addField(input, name, value);
    });
    parser.on("file", (name, stream, { filename, mimeType }) => {
      collect(stream, (bytes) => {
        if (name === undefined) return;
        if (filename === undefined && name !== "file") {
          addField(input, name, bytes.toString("utf8"));
          return;
        }
        input.files[name] = bytes;
        input.uploads[name] = { fileName: filename ?? "", mediaType: mimeType };
      });
    });
    for (const event of ["partsLimit", "fieldsLimit", "filesLimit", "error"]) parser.on(event, fail);
    parser.on("close", () => resolve(input));
    parser.end(body);
  });
}

function openParser(contentType: string, bodyLength: number): busboy.Busboy | null {
  try {
    return busboy({
      headers: { "content-type": contentType },
      limits: {
        fields: MAX_FIELDS,
        files: MAX_FILES,
        parts: MAX_FIELDS,
        // Busboy calls a value that fills its limit cut off, so the limit is one more than can come.
        fieldSize: bodyLength + 1,
        fileSize: bodyLength + 1,
      },
    });
  } catch {
    return null;
  }
}

function collect(stream: Readable, done: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
  // The parser tells of the same error itself.
  stream.on("error", () => {});
}

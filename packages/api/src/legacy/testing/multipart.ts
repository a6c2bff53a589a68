export interface Part {
  /** Header lines of the part, without line breaks at their ends. */
  headers: string[];
  content: string | Buffer;
}

export function field(name: string, content: string): Part {
  return { headers: [`Content-Disposition: form-data; name="${name}"`], content };
}

export function file(name: string, filename: string, content: Buffer, contentType?: string): Part {
  const headers = [`Content-Disposition: form-data; name="${name}"; filename="${filename}"`];
  return {
    headers: contentType === undefined ? headers : [...headers, `Content-Type: ${contentType}`],
    content,
  };
}

/** A multipart body, byte for byte as the parts say. */
export function multipartBody(boundary: string, parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ headers, content }) => [
    Buffer.from(`--${boundary}\r\n${headers.join("\r\n")}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

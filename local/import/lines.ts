/** A line by where its bytes stand in its file; without them where it is longer than is read. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly offset: number;
  readonly length: number;
  readonly bytes: Buffer | undefined;
}

const NEWLINE = 0x0a;

/** The lines of a file, one in memory at a time and none longer than the limit. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, bytesMax: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let offset = 0;
  let number = 1;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length <= bytesMax) parts.push(part);
    else parts = [];
  };
  const line = (): Line => ({ number, offset, length, bytes: length <= bytesMax ? Buffer.concat(parts) : undefined });
  for await (const chunk of chunks) {
    let begin = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, begin)) {
      take(chunk.subarray(begin, end));
      yield line();
      offset += length + 1;
      number += 1;
      begin = end + 1;
      parts = [];
      length = 0;
    }
    if (begin < chunk.length) take(chunk.subarray(begin));
  }
  if (length > 0) yield line();
}

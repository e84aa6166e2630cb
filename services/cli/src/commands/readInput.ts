import { type FileHandle, open } from 'node:fs/promises';
import { decodeHtml, readArticle, readingText } from '@newsledger/articles';

/** A text to read numbers in, and what is known of it. */
export interface ReadInput {
  /** What offsets, lines and columns are counted in. Of a page its reading text: title, blank line, paragraphs. */
  readonly text: string;
  /** The text begins with it; empty when it has none. */
  readonly title: string;
  /** ISO 8601; null when a page doesn't say, and for plain text. */
  readonly publishedAt: string | null;
  readonly isPage: boolean;
}

/** Nothing can be read in what was named; the message says why. */
class ReadInputError extends Error {
  override readonly name = 'ReadInputError';
}

/** A text of this size takes some seconds. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Whether a file is binary shows within its first block. */
const PROBED_BYTES = 8192;

/**
 * Reads a file, or with `-` standard input, as an article page or as plain text.
 * @throws {ReadInputError} for what is missing, a folder, binary, too big or empty.
 */
export async function readInput(target: string, stdin: AsyncIterable<Uint8Array> = process.stdin): Promise<ReadInput> {
  const name = target === '-' ? 'Standard input' : target;
  const bytes = target === '-' ? await collect(stdin, name) : await readWhole(target);
  if (isBinary(bytes)) throw new ReadInputError(`${name} is a binary file. Texts and HTML pages can be read.`);
  const { html: text } = decodeHtml(bytes, null);
  const isPage = looksLikePage(target, text);
  const input = isPage ? pageInput(text) : { text, title: firstLineTitle(text), publishedAt: null, isPage };
  if (input.text.trim() === '') throw new ReadInputError(`${name} holds no text.`);
  return input;
}

function pageInput(html: string): ReadInput {
  const { title, text, publishedAt } = readArticle(html, 'http://localhost/');
  return { text: readingText(title, text), title, publishedAt, isPage: true };
}

async function readWhole(file: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new ReadInputError(`${file} is a folder. Name a file in it.`);
    return await collect(handle.createReadStream({ autoClose: false }), file);
  } catch (error) {
    if (error instanceof ReadInputError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ReadInputError(
      missing ? `There is no file ${file}.` : `${file} can't be read (${error instanceof Error ? error.message : String(error)}).`,
    );
  } finally {
    await handle?.close();
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new ReadInputError(`${name} is bigger than ${MAX_BYTES / 1024 / 1024} MiB. Read it in parts.`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** No text holds a zero byte, except in UTF-16, which begins with a byte order mark. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, PROBED_BYTES).includes(0);
}

function looksLikePage(target: string, text: string): boolean {
  if (/\.x?html?$/i.test(target)) return true;
  return /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|h1|p)\b/i.test(
    text.slice(0, PROBED_BYTES),
  );
}

/** A short first line with a blank one below it is the title of a plain text. */
function firstLineTitle(text: string): string {
  return /^(\S[^\n]{0,200})\r?\n[ \t]*\r?\n/.exec(text)?.[1]?.trimEnd() ?? '';
}

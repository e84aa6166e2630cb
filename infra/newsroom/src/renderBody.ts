import { escapeMarkup } from './escapeMarkup.ts';

/**
 * A text in a subset of Markdown, as one HTML string per block: paragraphs, `## headings`, `> quotations`, `- lists`, `| tables |`
 * and `[links](address)`.
 */
export function renderBody(text: string): string[] {
  return text.split(/\n{2,}/).map((block) => renderBlock(block.trim().split('\n')));
}

function renderBlock(lines: readonly string[]): string {
  const first = lines[0] ?? '';
  if (first.startsWith('## ')) return `<h2>${renderInline(first.slice(3))}</h2>`;
  if (first.startsWith('> '))
    return `<blockquote><p>${renderInline(lines.map((line) => line.replace(/^> ?/, '')).join(' '))}</p></blockquote>`;
  if (first.startsWith('- ')) return `<ul>${lines.map((line) => `<li>${renderInline(line.slice(2))}</li>`).join('')}</ul>`;
  if (first.startsWith('| ')) return renderTable(lines);
  return `<p>${renderInline(lines.join(' '))}</p>`;
}

function renderTable(lines: readonly string[]): string {
  const rows = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => renderInline(cell.trim())),
  );
  const [head = [], ...body] = rows;
  const cells = (row: readonly string[], tag: string) => `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${cells(head, 'th')}</thead><tbody>${body.map((row) => cells(row, 'td')).join('')}</tbody></table>`;
}

function renderInline(text: string): string {
  return escapeMarkup(text).replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>');
}

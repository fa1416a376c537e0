/** Rows of cells under each other, the first column and those named to the left, numbers to the right. */
export function textTable(rows: readonly (readonly string[])[], leftAligned: readonly number[] = [0]): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return leftAligned.includes(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Text cut between words into lines of at most so many characters, the later ones indented; a French mark stays with its word. */
export function wrapped(text: string, indent = '  ', width = 110): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replaceAll(/ (?=[;:?!%»])/g, '\u00A0').split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line];
}

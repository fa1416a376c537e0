/** Numbered from 1 for each transcript, so that a page knows which lines it has drawn when old ones are dropped. */
interface TranscriptLine {
  id: number;
  at: string;
  who: 'machine' | 'caller' | 'note';
  text: string;
}
const longestTranscript = 200;

/** What was heard and said at one end of calls, the newest lines only. */
export class Transcript {
  readonly lines: TranscriptLine[] = [];
  #written = 0;

  write(at: string, who: TranscriptLine['who'], text: string): void {
    this.#written += 1;
    this.lines.push({ id: this.#written, at, who, text });
    if (this.lines.length > longestTranscript) this.lines.shift();
  }
}

/** Shows on a terminal how far a file has been read, on one line that is wiped at the end; elsewhere nothing. */
export function progressOn(
  terminal: NodeJS.WriteStream,
  name: string,
): { show(done: number, total: number): void; end(): void } {
  if (!terminal.isTTY) return { show: () => {}, end: () => {} };
  const write = (text: string) => terminal.write(`\r\u001B[K${text}`);
  write(`正在读 ${name}……`);
  return {
    show: (done, total) => write(`正在读 ${name}：${done} / ${total}`),
    end: () => write(''),
  };
}

import { describe, expect, it } from 'vitest';
import { LoadOnce } from './load-once.ts';

describe('what is loaded once', () => {
  it('is asked for once, however often it is wanted at the same time or later', async () => {
    const asked: string[] = [];
    const files = new LoadOnce(async (name: string) => void asked.push(name));
    await Promise.all([files.get('a'), files.get('a'), files.get('b')]);
    await files.get('a');
    expect(asked).toEqual(['a', 'b']);
  });

  it('is tried again where it failed', async () => {
    let tries = 0;
    const files = new LoadOnce(async () => {
      if (++tries === 1) throw new Error('offline');
    });
    await expect(files.get('a')).rejects.toThrow('offline');
    await files.get('a');
    await files.get('a');
    expect(tries).toBe(2);
  });
});

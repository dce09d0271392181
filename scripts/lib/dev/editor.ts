import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROBLEMS } from './draw.ts';

/** Vite's opener tells only the terminal that there is no editor; it knows so within so long, in milliseconds. */
const PATIENCE = 400;

/**
 * Has Vite open a place in an editor, and answers with no page, so that the one with the link stays; where there is no
 * editor, with one that says so. What Vite's opener says to the terminal is kept from it.
 */
export function openInEditor(response: ServerResponse, next: () => void): void {
  const { log } = console;
  const end = response.end;
  let failed = false;
  console.log = (...words: unknown[]) => {
    failed ||= /Could not open/u.test(words.join(' '));
  };
  response.end = (() => response) as typeof end;
  next();
  setTimeout(() => {
    console.log = log;
    response.end = end;
    if (!failed) return void response.writeHead(204).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有打开编辑器</title><p>没有找到编辑器。按 Ctrl+C 停下来，写上编辑器的命令再运行，例如 EDITOR=code npm run dev。</p><p><a href="${PROBLEMS}">回到全部问题</a></p>`,
    );
  }, PATIENCE);
}

/** Whether a request is for the editor: made by a page of this server, not by one of another site. */
export function isForEditor(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return request.url?.startsWith('/__open-in-editor?') === true && site !== 'cross-site';
}

import { createHash } from 'node:crypto';
import type { ContentFiles } from '../../../src/content/read/folder.ts';
import { policyHref } from '../../../src/routes.ts';
import { type Checked, Checker } from './checker.ts';
import { concerns, pagePath, type Subject, subjectOf } from './concerns.ts';
import { addToPage, failedPage, type PageState } from './draw.ts';
import { faultOf, type Told } from './fault.ts';
import { heldContent } from './held.ts';
import { unprovedOn } from './proof.ts';
import { causesFirst, wrongQuotes } from './weighing.ts';

/** A page as Astro makes it. */
interface Raw {
  status: number;
  html: string;
}

/** A page of the site with what the workbench says of it. */
interface Shown extends PageState, Raw {
  /** Another one means that the page itself is another. */
  version: string;
  /** When this was said. */
  revision: number;
}

/** What the workbench does to the server it stands in. */
export interface Server {
  root: string;
  /** The content folder, as it is named. */
  folder: string;
  /** Has Astro make a page, whatever this is told of it. */
  render(address: string): Promise<Raw>;
  /** Has Astro ask anew which pages there are. */
  forget(): void;
  /** Tells browsers, and the terminal, that something is different. */
  changed(): void;
}

/** Holds what is in the content and what is wrong with it, and says of each page what concerns it. */
export class Workbench {
  private readonly server: Server;
  private readonly checker: Checker;
  private checked: Checked | undefined;
  private fault: Told | undefined;
  /** Pages as Astro made them of what is there now. */
  private readonly raw = new Map<string, Promise<Raw>>();
  /** Another number means that there may be something else to say of a page. */
  revision = 0;

  constructor(server: Server) {
    this.server = server;
    this.checker = new Checker(
      (checked) => this.take(checked),
      (error) => this.fail(error.stack ?? error.message),
    );
  }

  /** Everything to be mended. */
  get all(): Told[] {
    return [...this.problems(), ...(this.fault ? [this.fault] : [])];
  }

  /** How many files were checked; nothing before the first check. */
  get files(): number | undefined {
    return this.checked && heldContent().files.size;
  }

  /** Takes the content as it is now. */
  update(files: ContentFiles): void {
    const held = heldContent();
    held.files = files;
    held.fallen = false;
    this.fault = undefined;
    this.checker.check(files);
    this.forget();
    this.changed();
  }

  /** Takes note that the code of the project is another now, perhaps that of the checks. */
  codeChanged(ofChecks: boolean): void {
    this.fault = undefined;
    heldContent().fallen = false;
    this.forget();
    if (ofChecks) this.checker.restart(heldContent().files);
    this.changed();
  }

  /** Takes note of an error of the program. */
  fail(message: string): void {
    const fault = faultOf(message, this.server.root);
    if (JSON.stringify(fault) === JSON.stringify(this.fault)) return;
    this.fault = fault;
    this.changed();
  }

  /** A page of the site, whatever state the content is in. */
  async show(address: string): Promise<Shown> {
    const { revision } = this;
    const { path, html, status } = await this.make(address);
    const state = await this.stateOf(path, html);
    const failed = status >= 500;
    const made = failed ? failedPage(state.all) : html.slice(html.indexOf('<body'));
    const version = createHash('sha256').update(made).digest('hex').slice(0, 16);
    const mark = `${version} ${revision}`;
    const shown = failed ? failedPage(state.all, mark) : addToPage(html, state, mark);
    return { ...state, status, version, revision, html: shown };
  }

  /** A page as Astro makes it of what is there now. */
  render(address: string): Promise<Raw> {
    const known = this.raw.get(address) ?? this.server.render(address);
    this.raw.set(address, known);
    // The next one may try again.
    known.catch(() => this.raw.delete(address));
    return known;
  }

  end(): void {
    this.checker.end();
  }

  private take(checked: Checked): void {
    const held = heldContent();
    this.checked = { ...checked, problems: causesFirst(checked.problems) };
    if (checked.problems.length === 0) held.clean = held.files;
    this.changed();
  }

  private changed(): void {
    this.revision++;
    this.server.changed();
  }

  private forget(): void {
    this.raw.clear();
    this.server.forget();
  }

  private problems(concerned: (file: string) => boolean = () => true): Told[] {
    const { folder } = this.server;
    const problems = (this.checked?.problems ?? []).filter(({ file }) => concerned(file));
    return problems.map((one) => ({ ...one, file: `${folder}/${one.file}` }));
  }

  /** A page of the content as it is; where none can be made of it, of that which had no fault. */
  private async make(address: string): Promise<Raw & { path: string }> {
    const held = heldContent();
    const path = pagePath(new URL(address, 'http://site').pathname);
    const raw = await this.render(address);
    if (raw.status < 500 || held.fallen || !held.clean || held.clean === held.files)
      return { path, ...raw };
    held.fallen = true;
    this.forget();
    return { path, ...(await this.render(address)) };
  }

  private async stateOf(path: string, html: string): Promise<PageState> {
    const subject = subjectOf(path, this.checked ?? { policies: [], rootPolicy: '' });
    const told = this.problems((file) => concerns(subject, file));
    return {
      all: this.all,
      here: [...told, ...(this.fault ? [this.fault] : [])],
      unproved: [
        ...this.unread(subject),
        ...wrongQuotes(told, subject),
        ...(await this.unproved(path, subject, html)),
      ],
      notes: this.notes(subject),
    };
  }

  /** Why the text that a page shows is not the one that was received. */
  private unread(subject: Subject): string[] {
    const of = (file: string) => concerns(subject, file) && /\/source\.txt$/u.test(file);
    const altered = (this.checked?.altered ?? []).map((id) => `policies/${id}/source.txt`);
    return [
      ...altered.filter(of).map((file) => `${file} 与登记的 sha256 不一致，原文可能被改动过。`),
      ...heldContent()
        .stale.filter(of)
        .map((file) => `${file} 现在读不懂，这里显示的是它上一次的内容。`),
    ];
  }

  private async unproved(
    path: string,
    { policy, clause }: Subject,
    html: string,
  ): Promise<string[]> {
    const { laws } = heldContent();
    if (html === '' || !laws.length) return [];
    const whole = policy && clause ? policyHref(policy) : undefined;
    const measure = whole ? { path: whole, html: (await this.render(whole)).html } : undefined;
    return unprovedOn(path, html, measure, laws);
  }

  private notes(subject: Subject): string[] {
    const { stale, fallen } = heldContent();
    const earlier = stale.filter((file) => concerns(subject, file));
    return [
      ...(fallen ? ['照现在的内容生成不了网页，暂时显示上一次没有问题的内容。'] : []),
      ...(earlier.length
        ? [`这些文件现在读不懂，网页暂时照它们上一次的内容：${earlier.join('、')}。`]
        : []),
    ];
  }
}

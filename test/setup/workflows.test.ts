import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../app/toolchain/paths.ts';

const folder = join(root, '.github', 'workflows');
const names = readdirSync(folder);
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe.each(names)('the workflow %s', (name) => {
  const content = readFileSync(join(folder, name), 'utf8');
  const workflow = parse(content) as Workflow;
  const jobs = Object.values(workflow.jobs);

  it('is one by GitHub’s own parser', () => {
    const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  it('runs only actions of GitHub, pinned by hash with the version beside it', () => {
    for (const { uses } of jobs.flatMap(({ steps }) => steps))
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    for (const line of content.split('\n').filter((each) => each.includes('uses:')))
      expect(line).toMatch(/# v\d+\.\d+\.\d+$/);
  });

  it('has the least rights: reading, and more only in the job that publishes', () => {
    const rights = [workflow.permissions, ...jobs.map(({ permissions }) => permissions ?? {})];
    const writing = rights
      .flatMap((each) => Object.entries(each))
      .filter(([, right]) => right !== 'read');
    const known = name === 'release.yml' ? ['attestations', 'contents', 'id-token'] : [];
    expect(writing.map(([right]) => right).sort()).toEqual(known);
    expect(content).not.toContain('pull_request_target');
  });

  it('gives every job a time limit and takes no words of others into a shell', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    for (const { run = '' } of jobs.flatMap(({ steps }) => steps)) expect(run).not.toContain('${{');
  });

  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, script] of content.matchAll(/npm run ([a-z:-]+)/g))
      expect(Object.keys(scripts)).toContain(script);
  });
});

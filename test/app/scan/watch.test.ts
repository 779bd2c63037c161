import { describe, expect, it } from 'vitest';
import type { Mailbox, OpenFolder } from '../../../app/mailbox/mailbox.ts';
import { failed, ok, type ProblemCode, type Result } from '../../../app/result.ts';
import type { ScanOutcome } from '../../../app/scan/scan.ts';
import { longestIdle, pollEvery, Watch, type WatchStatus } from '../../../app/scan/watch.ts';

const minute = 60_000;

/** What the server does with one wait: how long it lasts, and how it ends. */
type Turn = { afterMs: number; end: 'news' | 'quiet' | ProblemCode; uidNext?: number };

/** A server and a clock that are a script: every wait passes at once, and the time with it. */
class World {
  now = 0;
  instant = true;
  chance = 0.5;
  readonly log: string[] = [];
  readonly told: WatchStatus[] = [];
  readonly bugs: unknown[] = [];
  uidNext = 10;
  /** Answers to connect and look, in order; then success. */
  connects: (ProblemCode | null)[] = [];
  looks: (ProblemCode | 'cancelled' | 'bug' | null)[] = [];
  turns: Turn[] = [];
  /** Called when a wait begins and no turn is left. */
  idle: () => void = () => void this.watch.stop();
  readonly watch = new Watch({
    connect: () => {
      this.log.push('connect');
      const code = this.connects.shift() ?? null;
      return Promise.resolve(code === null ? ok(this.mailbox()) : failed(code));
    },
    look: () => {
      this.log.push('look');
      const answer = this.looks.shift() ?? null;
      if (answer === 'bug') throw new Error('bug');
      return Promise.resolve(ok(outcome(answer)));
    },
    pause: (ms) => {
      // The patience of stop is no pause between attempts.
      if (this.watch.isOver) return Promise.resolve();
      this.log.push(`pause ${ms}`);
      this.now += ms;
      return Promise.resolve();
    },
    now: () => this.now,
    random: () => this.chance,
    tell: (status) => this.told.push(status),
    bug: (error) => this.bugs.push(error),
  });

  mailbox(): Mailbox {
    return {
      host: 'imap.example.com',
      listFolders: () => Promise.resolve(ok([])),
      openFolder: () =>
        Promise.resolve(ok({ path: 'INBOX', messages: 5, uidNext: this.uidNext } as OpenFolder)),
      isOpen: () => true,
      traffic: () => ({ bytesIn: 0, bytesOut: 0, roundTrips: 0 }),
      close: () => {
        this.log.push('close');
        return Promise.resolve();
      },
      news: { instant: this.instant, wait: (_messages, ms) => this.wait(ms) },
    };
  }

  wait(ms: number): Promise<Result<'news' | 'quiet'>> {
    this.log.push(`wait ${ms}`);
    const turn = this.turns.shift();
    if (!turn) {
      this.idle();
      return Promise.resolve(ok('quiet'));
    }
    this.now += Math.min(turn.afterMs, ms);
    this.uidNext = turn.uidNext ?? this.uidNext;
    return Promise.resolve(
      turn.end === 'news' || turn.end === 'quiet' ? ok(turn.end) : failed(turn.end),
    );
  }

  async run(): Promise<this> {
    this.watch.start();
    await this.over();
    return this;
  }

  async over(): Promise<void> {
    for (let tries = 0; tries < 2_000 && !this.watch.isOver; tries += 1) await Promise.resolve();
    if (!this.watch.isOver) throw new Error('the watch goes on and on');
    await this.watch.stop();
  }
}

const outcome = (answer: ProblemCode | 'cancelled' | null): ScanOutcome =>
  ({
    status: answer === 'cancelled' ? 'cancelled' : answer === null ? 'complete' : 'incomplete',
    problem: answer === null || answer === 'cancelled' ? null : failed(answer).problem,
  }) as ScanOutcome;

const script = (change: Partial<World>): Promise<World> => Object.assign(new World(), change).run();
const pauses = ({ log }: World): number[] =>
  log.filter((line) => line.startsWith('pause')).map((line) => Number(line.slice(6)));
const count = ({ log }: World, word: string) => log.filter((line) => line === word).length;

describe('a watch', () => {
  it('looks first, then listens, and reads news at once over the same connection', async () => {
    const world = await script({ turns: [{ afterMs: 7_000, end: 'news', uidNext: 11 }] });
    expect(world.log.slice(0, 5)).toEqual([
      'connect',
      'look',
      `wait ${longestIdle}`,
      'pause 2000',
      'look',
    ]);
    expect(count(world, 'connect')).toBe(1);
    expect(count(world, 'look')).toBe(2);
    expect(world.told.map(({ state }) => state)).toContain('watching');
    expect(world.log.at(-1)).toBe('close');
  });

  it('looks at every folder every ten minutes, whatever the Inbox says', async () => {
    const quiet = { afterMs: pollEvery, end: 'quiet' } as const;
    const world = await script({ turns: [quiet, quiet, quiet] });
    expect(world.log.slice(1, 6)).toEqual([
      'look',
      `wait ${4 * minute}`,
      `wait ${4 * minute}`,
      `wait ${2 * minute}`,
      'look',
    ]);
  });

  it('reads again what came in while it was reading', async () => {
    const world = new World();
    world.looks = [null, null];
    const { openFolder } = world.mailbox();
    let opened = 0;
    world.mailbox = () => ({
      ...World.prototype.mailbox.call(world),
      openFolder: (path: string) => {
        opened += 1;
        // The second opening is the one after the first look.
        if (opened === 2) world.uidNext = 12;
        return openFolder(path);
      },
    });
    await world.run();
    expect(count(world, 'look')).toBe(2);
  });

  it('asks every two minutes where the server has no IDLE', async () => {
    const world = await script({ instant: false, turns: [{ afterMs: 2 * minute, end: 'news' }] });
    expect(world.log.slice(1, 5)).toEqual(['look', `wait ${2 * minute}`, 'pause 2000', 'look']);
    expect(world.told.at(-1)?.instant).toBe(false);
  });

  it('comes back after growing pauses with a limit, and looks again', async () => {
    const world = await script({
      connects: [null, ...Array<ProblemCode>(9).fill('connection-refused')],
      turns: [{ afterMs: 1_000, end: 'connection-closed' }],
    });
    const seconds = pauses(world).map((ms) => ms / 1_000);
    expect(seconds).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600, 600]);
    expect(count(world, 'look')).toBe(2);
    const waiting = world.told.find(({ state }) => state === 'waiting');
    expect(waiting).toMatchObject({ problem: { code: 'connection-closed' }, nextAt: 6_000 });
  });

  it('spreads the pauses, by a quarter each way', async () => {
    const pauseAt = async (chance: number) =>
      pauses(await script({ chance, connects: ['connection-timeout'] }))[0];
    expect(await pauseAt(0)).toBe(3_750);
    expect(await pauseAt(1)).toBe(6_250);
  });

  it('begins the pauses anew after a connection that was good', async () => {
    const lost = { afterMs: 1_000, end: 'connection-closed' } as const;
    const world = await script({ turns: [lost, lost, lost] });
    expect(pauses(world)).toEqual([5_000, 5_000, 5_000]);
  });

  it('waits longer for a busy server, and does not take it for a wrong password', async () => {
    const world = await script({ connects: ['server-busy', 'server-busy'] });
    expect(pauses(world)).toEqual([minute, 2 * minute]);
    expect(count(world, 'connect')).toBe(3);
  });

  it.each<ProblemCode>(['login-refused', 'proxy-login'])('stops at %s, for good', async (code) => {
    const world = await script({
      connects: [null, code],
      turns: [{ afterMs: 1_000, end: 'connection-closed' }],
    });
    expect(count(world, 'connect')).toBe(2);
    expect(world.told.at(-1)).toMatchObject({ state: 'stopped', problem: { code } });
    world.watch.lookNow();
    world.watch.wake();
    await Promise.resolve();
    expect(count(world, 'connect')).toBe(2);
  });

  it('stays below the time after which the server hung up on it', async () => {
    const world = await script({ turns: [{ afterMs: 3 * minute, end: 'connection-closed' }] });
    const waits = world.log.filter((line) => line.startsWith('wait'));
    expect(waits).toEqual([`wait ${longestIdle}`, 'wait 144000']);
  });

  it('does not read again by itself what a person cancelled', async () => {
    const world = await script({ looks: ['cancelled'] });
    expect(count(world, 'look')).toBe(1);
    expect(count(world, 'connect')).toBe(2);
  });

  it('reads again after a scan that broke off', async () => {
    const world = await script({ looks: ['connection-closed'] });
    expect(count(world, 'look')).toBe(2);
    expect(pauses(world)).toEqual([5_000]);
  });

  it('connects anew after the computer slept, without a pause to speak of', async () => {
    const world = new World();
    world.idle = () => {
      world.idle = () => void world.watch.stop();
      world.watch.wake();
    };
    await world.run();
    expect(count(world, 'connect')).toBe(2);
    expect(count(world, 'look')).toBe(2);
    expect(pauses(world)).toEqual([3_000]);
  });

  it('looks now when it is asked to', async () => {
    const world = new World();
    world.idle = () => {
      world.idle = () => void world.watch.stop();
      world.watch.lookNow();
    };
    await world.run();
    expect(count(world, 'connect')).toBe(1);
    expect(count(world, 'look')).toBe(2);
  });

  it('says that it stopped when something is wrong inside', async () => {
    const world = await script({ looks: ['bug'] });
    expect(world.bugs).toHaveLength(1);
    expect(world.told.at(-1)).toMatchObject({ state: 'stopped', problem: { code: 'internal' } });
  });
});

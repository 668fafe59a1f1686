const WIDTH = 24;
const EVERY_MILLISECONDS = 200;

/** A bar with rate and time left where somebody watches; nothing where nobody does. */
export interface Progress {
  /** Begins a stretch of work: how much there is, and how much of it is done already. */
  begin(what: string, total: number, done?: number): void;
  add(more: number): void;
  end(): void;
}

export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface Stretch {
  readonly what: string;
  readonly total: number;
  readonly before: number;
  readonly startedAt: number;
  done: number;
  shownAt: number;
}

/** Units are told by `tell`: `1.2 MB`, `1,200 processes`. */
export const progressOn = (screen: Screen, now: () => number = () => performance.now()): Progress => {
  let at: Stretch | undefined;
  const isWatched = screen.isTTY === true;
  const show = (stretch: Stretch): void => {
    stretch.shownAt = now();
    if (isWatched) screen.write(`\r\u001b[K${barOf(stretch, now())}`);
  };
  return {
    begin: (what, total, done = 0) => {
      at = { what, total, before: done, startedAt: now(), done, shownAt: 0 };
      show(at);
    },
    add: (more) => {
      if (at === undefined) return;
      at.done += more;
      if (now() - at.shownAt >= EVERY_MILLISECONDS) show(at);
    },
    end: () => {
      if (at !== undefined && isWatched) screen.write('\r\u001b[K');
      at = undefined;
    },
  };
};

const barOf = ({ what, total, before, startedAt, done }: Stretch, now: number): string => {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const seconds = (now - startedAt) / 1_000;
  const rate = seconds > 0 ? (done - before) / seconds : 0;
  const left = rate > 0 ? timeOf((total - done) / rate) : 'unknown';
  const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
  return `${what} ${bar} ${Math.floor(share * 100)} %  ${amount(rate)}/s  ${left} left`;
};

const UNITS = ['', ' K', ' M', ' G'];

/** Three digits and their thousands: `12.3 M`. */
export const amount = (number: number): string => {
  let rest = number;
  let unit = 0;
  for (; rest >= 1_000 && unit < UNITS.length - 1; unit += 1) rest /= 1_000;
  return `${rest >= 100 || unit === 0 ? Math.round(rest) : rest.toFixed(1)}${UNITS[unit] ?? ''}`;
};

export const timeOf = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

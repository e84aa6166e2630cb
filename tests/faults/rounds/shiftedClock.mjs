// Loaded into a process by `node --import`: its wall clock is FAULTS_CLOCK_OFFSET_MS off. Everything that this program knows of the time of
// day comes from Date; timers run by another clock, as they do on a machine whose time of day is wrong.
const offsetMs = Number(process.env.FAULTS_CLOCK_OFFSET_MS ?? 0);
const RealDate = Date;
const now = () => RealDate.now() + offsetMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});

import { registerHooks } from 'node:module';

/** Starts tracing as a service does, and prints which packages of OpenTelemetry were loaded for it. */
const loaded = new Set<string>();
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const [, name] = /node_modules\/(@opentelemetry\/[a-z-]+)\//.exec(resolved.url.replace(/.*\.pnpm\/[^/]+\//, '')) ?? [];
    if (name !== undefined) loaded.add(name);
    return resolved;
  },
});
const { startTracing } = await import('../../index.ts');
const tracing = await startTracing('fetcher');
await tracing?.stop();
process.stdout.write(JSON.stringify([...loaded]));

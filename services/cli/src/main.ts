#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Stripping the types of some 400 files costs a second; from the first run on their compiled form is kept.
enableCompileCache();
const { run } = await import('./run.ts');
await run();
